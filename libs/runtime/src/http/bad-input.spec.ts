import type { Role } from '@xietong/kernel';
import { rightBerth, rightLet, ToyHost } from './testing/toy-host.ts';

// Checks 19 and 20: whatever is sent, the answer is a problem and nothing reaches the write path.

let host: ToyHost;
beforeAll(async () => {
  host = await ToyHost.start();
});
afterAll(() => host.stop());
afterEach(() => expect([host.commands, host.decisions]).toEqual([[], []]));

const routes: { path: string; role: Role; right: Record<string, unknown>; takesKey?: false }[] = [
  { path: '/v1/berths', role: 'officer', right: rightBerth },
  { path: '/v1/berths/NO-03.rcn.A-1/let-berth', role: 'officer', right: rightLet },
  { path: '/v1/berths/NO-03.rcn.A-1/close-for-good', role: 'director', right: {} },
  {
    path: '/v1/parked/replay',
    role: 'operator',
    right: { consumer: 'pilots', topic: 'NO-03.rcn.projects', key: 'a', reason: 'mended' },
    takesKey: false,
  },
  { path: '/v1/parked/pilots~t~0~1/mend', role: 'operator', right: { body: '{}', reason: 'misspelt' }, takesKey: false },
  { path: '/v1/parked/pilots~t~0~1/discard', role: 'operator', right: { reason: 'a test' }, takesKey: false },
];
const post = ({ path, role }: (typeof routes)[number]) => host.as(role).post(path).set('Idempotency-Key', 'k1').set('If-Match', '*');
const raw = (route: (typeof routes)[number], text: string) => post(route).set('Content-Type', 'application/json').send(text);
const spliced = (right: object, field: string) =>
  `{${[...Object.entries(right).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`), field].join(',')}}`;

describe.each(routes)('POST $path', (route) => {
  test.each([
    '"$ne":1',
    '"$where":"1"',
    '"$nor":[]',
    '"__proto__":{"admin":true}',
    '"constructor":{"prototype":{"admin":true}}',
    '"prototype":1',
  ])('refuses a field that would be an operator or change what an object is: %s', async (field) => {
    const { status, body } = await raw(route, spliced(route.right, field));
    expect([status, body.code]).toEqual([400, 'request-malformed']);
    expect(Object.prototype).not.toHaveProperty('admin');
  });

  test.each(['region', 'role', 'roles', 'approvedAmount', 'registrar', 'id', 'version', 'status'])(
    'refuses a field that it does not know: %s',
    async (field) => {
      const { status, body } = await raw(route, spliced(route.right, `"${field}":"x"`));
      expect([status, body.code]).toEqual([422, 'input-invalid']);
      expect(body.errors).toContainEqual({ field, message: expect.stringContaining(field) });
    },
  );

  test.each([
    ['half a surrogate pair', Buffer.from('"A\\ud800"')],
    ['the sign U+0000', Buffer.from('"A\\u0000"')],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0x41, 0xff, 0x22])],
  ])('refuses text that could not be kept as it was sent: %s', async (_, text) => {
    const [name = 'note'] = Object.keys(route.right);
    const body = Buffer.concat([Buffer.from(`{${JSON.stringify(name)}:`), text, Buffer.from('}')]);
    const request = post(route).set('Content-Type', 'application/json');
    request.write(body);
    const reply = await request;
    expect([reply.status, reply.body.code]).toEqual([400, 'request-malformed']);
  });

  test('refuses an operator, a list or an object where a plain value belongs', async () => {
    for (const name of Object.keys(route.right).filter((field) => typeof route.right[field] === 'string')) {
      for (const value of [['A-1'], { text: 'A-1' }, 5, true, null]) {
        const { status, body } = await post(route).send({ ...route.right, [name]: value });
        expect([status, body.code, body.errors[0].field]).toEqual([422, 'input-invalid', name]);
      }
      expect((await post(route).send({ ...route.right, [name]: { $gt: '' } })).status).toBe(400);
    }
  });

  test.each(['{', '', 'null', '"text"', '5', '{"a":1}}', "{'number':1}", '\u0000'])('refuses what is no JSON object: %j', async (text) => {
    const { status } = await raw(route, text);
    // An empty body is an empty input, which a command that needs none accepts.
    if (text === '' && Object.keys(route.right).length === 0) expect([status, host.commands.splice(0).length]).toEqual([200, 1]);
    else expect([400, 422]).toContain(status);
  });

  test('refuses a list of commands', async () => {
    expect((await post(route).send([route.right])).status).toBe(422);
  });

  test('refuses JSON that is nested too deep, without running out of stack', async () => {
    for (const depth of [33, 100_000]) {
      const { status, body } = await raw(route, spliced(route.right, `"deep":${'['.repeat(depth)}${']'.repeat(depth)}`));
      expect([status, body.code]).toEqual([400, 'request-malformed']);
    }
  });

  test('refuses a body of 10 MB, and memory does not grow by 50 MB', async () => {
    const before = process.memoryUsage().rss;
    const { status, body } = await raw(route, spliced(route.right, `"text":"${'x'.repeat(10_000_000)}"`));
    expect([status, body.code]).toEqual([413, 'body-too-large']);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/json; charset=latin1',
  ])('refuses %s', async (type) => {
    const { status, body } = await post(route).set('Content-Type', type).send('{}');
    expect([status, body.code]).toEqual([415, 'not-json']);
  });

  test('refuses a caller who accepts no JSON, before anything is done', async () => {
    expect((await post(route).set('Accept', 'text/html').send(route.right)).status).toBe(406);
  });

  test('needs a key, and one that can be kept, unless it can be said twice', async () => {
    if (route.takesKey === false) return;
    const bare = () => host.as(route.role).post(route.path).set('If-Match', '*');
    expect((await bare().send(route.right)).body.code).toBe('idempotency-key-missing');
    for (const key of ['', 'a b', 'é', 'k'.repeat(201)]) {
      const { status, body } = await bare().set('Idempotency-Key', Buffer.from(key).toString('latin1')).send(route.right);
      expect([key, status, body.code]).toEqual([key, 400, key === '' ? 'idempotency-key-missing' : 'idempotency-key-invalid']);
    }
  });
});

test.each(['', '3', 'W/"3"', '"0"', '"-1"', '"1","2"', '"99999999999"', '"x"'])('an If-Match of %j is refused', async (tag) => {
  const { status, body } = await host
    .as('officer')
    .post('/v1/berths/a/let-berth')
    .set('Idempotency-Key', 'k')
    .set('If-Match', tag)
    .send(rightLet);
  expect([status, body.code]).toEqual([400, 'if-match-invalid']);
});

test('every fault of an input is named at its field, in the language asked for', async () => {
  const wrong = { number: 'a/b', size: { unit: 'foot', length: -1 }, notes: [{ text: 'x' }, { text: 5, colour: 'red' }] };
  const answer = (language: string) =>
    host.as('officer').post('/v1/berths').set('Idempotency-Key', 'k').set('Accept-Language', language).send(wrong);
  const english = (await answer('en')).body;
  expect(english.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'notes.1.colour',
    'notes.1.text',
    'number',
    'size.length',
    'size.rounding',
  ]);
  expect(english.title).toBe('The input is not valid');
  const chinese = (await answer('zh-CN,en;q=0.5')).body;
  expect(chinese.title).toBe('填写内容有误');
  expect(chinese.errors.find(({ field }: { field: string }) => field === 'size.length').message).toMatch(/[\u4e00-\u9fff]/);
});

describe('a list', () => {
  const list = (query: string) => host.as('analyst').get(`/v1/berths?${query}`);

  test.each([
    'colour=red',
    'status[$ne]=free',
    '$where=1',
    '__proto__=1',
    'constructor=1',
    'audience=public',
    '_id=1',
    'registrar=NO-03/rcn',
    'status=free&status=let',
    'limit=0',
    'limit=201',
    'limit=1000000',
    'limit=-1',
    'limit=1.5',
    'limit=',
    'limit[]=5',
    'sort=colour',
    'sort=boats',
    'sort=-',
    'sort=__proto__',
    'count=yes',
    'after=x',
    'after=',
    `after=${'A'.repeat(500)}`,
  ])('refuses %s', async (query) => {
    host.reads = 0;
    const { status, body } = await list(query);
    expect(status).toBe(400);
    expect(['parameters-invalid', 'cursor-invalid']).toContain(body.code);
    expect(host.reads).toBe(0);
  });

  test('names what it knows when it is asked for what it does not', async () => {
    const { body } = await list('colour=red').set('Accept-Language', 'en');
    expect(body.details).toEqual({ unknown: ['colour'], known: ['status', 'metres', 'boats', 'limit', 'after', 'sort', 'count'] });
    expect(body.detail).toBe('unknown: colour; known: status, metres, boats, limit, after, sort, count');
  });

  test('refuses an address that is too long', async () => {
    const { status, body } = await list(`status=${'x'.repeat(5_000)}`);
    expect([status, body.code]).toEqual([414, 'address-too-long']);
  });

  test('takes what looks like an operator as the plain value that it is', async () => {
    host.lists.length = 0;
    expect((await list('status=$ne,%7B%22%24gt%22%3A1%7D')).status).toBe(200);
    expect(host.lists[0]?.request.filter).toEqual({ status: ['$ne,{"$gt":1}', '$ne', '{"$gt":1}'] });
  });
});

describe('a query', () => {
  test.each(['year=21', 'year=2021&year=2022', 'colour=red', 'harbour=other', 'year[$gt]=1', '__proto__=1'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await host.as('analyst').get(`/v1/occupancy/bergen?${query}`);
      expect([status, body.code]).toEqual([400, 'parameters-invalid']);
      expect(host.queries).toEqual([]);
    },
  );

  test('names what it knows', async () => {
    const { body } = await host.as('analyst').get('/v1/occupancy/bergen?colour=red').set('Accept-Language', 'en');
    expect(body.details).toEqual({ known: ['harbour', 'year'] });
    expect(body.errors[0].field).toBe('colour');
  });
});

test('an address that cannot be decoded is refused', async () => {
  const { status, body } = await host.as('officer').get('/v1/berths/%E0%A4%A');
  expect([status, body.code]).toEqual([400, 'request-malformed']);
});
