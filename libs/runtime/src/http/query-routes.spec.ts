import exceljs from 'exceljs';
import { ToyHost } from './testing/toy-host.ts';
import { harbour, occupancy, tides } from './testing/toy-service.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let host: ToyHost;
beforeEach(async () => {
  host = await ToyHost.start();
});
afterEach(() => host.stop());

const ask = (accept?: string) => {
  const asked = host.as('analyst').get('/v1/occupancy/bergen?year=2021');
  return accept === undefined ? asked : asked.set('Accept', accept);
};

test('a query gets what its path and its address say, and who asks', async () => {
  const { status, body, headers } = await ask();
  expect([status, body]).toEqual([200, { unit: 'berths', rows: [{ month: '=2021-05', berths: 3 }] }]);
  expect([headers.vary, headers['cache-control']]).toEqual(['Accept', 'no-store']);
  expect(host.queries).toEqual([{ input: { harbour: 'bergen', year: '2021' }, actor: expect.objectContaining({ id: 'someone' }) }]);
});

test('a path without a version stands under the current one', async () => {
  expect((await host.as('officer').get('/v1/tides')).status).toBe(200);
});

test('a table is exported as CSV in which nothing is a formula', async () => {
  const { text, headers } = await ask('text/csv');
  expect(text).toBe("month,berths,unit\r\n'=2021-05,3,berths\r\n");
  expect([headers['content-type'], headers['content-disposition']]).toEqual([
    'text/csv; charset=utf-8',
    'attachment; filename="occupancy.csv"',
  ]);
});

test('the file is named after what the answer is about, where the query says so', async () => {
  const named = await ToyHost.start({
    service: { ...harbour, queries: [{ ...occupancy, table: { rows: 'rows', namedAfter: 'unit' } }, tides] },
  });
  const { headers } = await named.as('analyst').get('/v1/occupancy/bergen').set('Accept', 'text/csv');
  expect(headers['content-disposition']).toBe('attachment; filename="berths.csv"');
  await named.stop();
});

test('a table without rows is its header', async () => {
  host.answer = { unit: 'berths', rows: [] };
  expect((await ask('text/csv')).text).toBe('month,berths,unit\r\n');
});

test('a table is exported as a workbook, with what is said of it on a second sheet', async () => {
  const { body, headers } = await ask(xlsx)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(body);
  const valuesOf = (sheet: string) =>
    workbook
      .getWorksheet(sheet)
      ?.getSheetValues()
      .slice(1)
      .map((row) => (row as unknown[]).slice(1));
  expect(valuesOf('rows')).toEqual([
    ['month', 'berths', 'unit'],
    ['=2021-05', 3, 'berths'],
  ]);
  expect(workbook.getWorksheet('rows')?.getCell('A2').type).toBe(exceljs.ValueType.String);
  expect(valuesOf('about')).toEqual([['unit', 'berths']]);
  expect(headers['content-disposition']).toBe('attachment; filename="occupancy.xlsx"');
});

test.each([
  ['text/csv;q=0.9, application/json;q=0.5', 'text/csv; charset=utf-8'],
  ['text/html, */*;q=0.1', 'application/json; charset=utf-8'],
  ['application/json, text/csv', 'application/json; charset=utf-8'],
])('an Accept of %s is answered with %s', async (accept, type) => {
  expect((await ask(accept)).headers['content-type']).toBe(type);
});

test('a format that there is not is refused, and those that there are are named', async () => {
  const { status, body } = await ask('application/pdf');
  expect([status, body.code, body.details.available]).toEqual([406, 'not-acceptable', ['application/json', 'text/csv', xlsx]]);
});

test('a query without a table exports nothing', async () => {
  expect((await host.as('officer').get('/v1/tides').set('Accept', 'text/csv')).status).toBe(406);
});

test('a refusal of the answer is told by the problem table', async () => {
  host.answer = { refused: 'harbour-unknown', details: { harbour: 'bergen' } };
  const { status, body } = await ask();
  expect([status, body.code, body.details]).toEqual([404, 'harbour-unknown', { harbour: 'bergen' }]);
});

test('a fault of the answer tells a trace id and nothing else', async () => {
  const broken = await ToyHost.start({
    answers: {
      occupancy: async () => Promise.reject(new Error('password=hunter2')),
      tides: async () => Promise.reject(new Error('password=hunter2')),
    },
  });
  const { status, body, text } = await broken.as('officer').get('/v1/tides').set('Accept-Language', 'en');
  expect(status).toBe(500);
  expect(body).toEqual({
    type: 'urn:xietong:problem:internal-fault',
    title: 'Internal fault',
    status: 500,
    detail: 'Internal fault',
    code: 'internal-fault',
    remedy: 'Try again later; if it stays, give the traceid to the operator.',
    traceid: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  expect(text).not.toContain('hunter2');
  expect(broken.lines).toEqual([
    { level: 'error', line: expect.objectContaining({ route: '/v1/tides', status: 500, traceid: body.traceid, err: expect.any(Error) }) },
  ]);
  await broken.stop();
});
