import { StoreUnavailable } from '../store/store.ts';
import { openApiOf } from './openapi.ts';
import { berth, ToyHost } from './testing/toy-host.ts';
import { personalHarbour } from './testing/toy-service.ts';

let host: ToyHost;
beforeEach(async () => {
  host = await ToyHost.start({ service: personalHarbour });
});
afterEach(() => host.stop());

const ask = (path: string) => host.as('officer').get(`/v1/berths${path}`);
const id = 'NO-03.rcn.A-1';
const purpose = encodeURIComponent('案件 2026-7');
const shown = [{ subject: `berth/${id}`, version: 1 }];

describe('documents about persons', () => {
  test('are told once the journal has who read what, why, and with which result', async () => {
    const answer = await ask(`/${id}?purpose=${purpose}`);
    expect([answer.status, answer.body.id]).toEqual([200, id]);
    expect(host.readRecords).toEqual([
      {
        at: '2026-01-05T08:00:00.000Z',
        actor: 'someone',
        agency: 'NO-03/rcn',
        operation: 'getBerth',
        asked: `berth/${id}`,
        purpose: '案件 2026-7',
        status: 200,
        shown,
        traceid: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
  });

  test('are recorded whichever way they are read: each that a list shows, and a history', async () => {
    host.documents = [berth(), berth({ id: 'NO-03.rcn.A-2', version: 4 })];
    await ask(`?status=free&count=true&purpose=${purpose}`).expect(200);
    await ask(`/${id}/history?limit=2&purpose=${purpose}`).expect(200);
    await ask(`/${id}?purpose=${purpose}`).set('If-None-Match', '"1"').expect(304);
    expect(host.readRecords).toMatchObject([
      { operation: 'listBerths', status: 200, shown: [...shown, { subject: 'berth/NO-03.rcn.A-2', version: 4 }] },
      { operation: 'getHistoryOfBerth', asked: `berth/${id}`, status: 200, shown },
      { operation: 'getBerth', status: 304, shown },
    ]);
    expect(host.readRecords[0]).not.toHaveProperty('asked');
    expect(host.lists[0]?.request.filter).toEqual({ status: ['free'] });
  });

  test('that the caller may not see, or asks for wrongly, are recorded as refused', async () => {
    await ask(`/NO-03.inn.B-9?purpose=${purpose}`).expect(404);
    await ask(`?colour=red&purpose=${purpose}`).expect(400);
    expect(host.readRecords).toMatchObject([
      { asked: 'berth/NO-03.inn.B-9', status: 404, shown: [] },
      { operation: 'listBerths', status: 400, shown: [] },
    ]);
  });

  test.each([
    ['none', ''],
    ['an empty one', '?purpose='],
    ['one of blanks', '?purpose=%20%20'],
    ['one of 301 signs', `?purpose=${'x'.repeat(301)}`],
  ])('are not read without a purpose that says something: %s', async (_, search) => {
    for (const path of ['', `/${id}`, `/${id}/history`]) {
      const { status, body } = await ask(`${path}${search}`);
      expect([path, status, body.code]).toEqual([path, 400, 'purpose-missing']);
    }
    expect([host.reads, host.readRecords]).toEqual([0, []]);
  });

  test('are not told when the journal cannot keep that they were read', async () => {
    host.noteRead = async () => {
      throw new StoreUnavailable(new Error('no majority'));
    };
    const { status, text } = await ask(`/${id}?purpose=${purpose}`);
    expect(status).toBe(503);
    expect(text).not.toContain('A-1');
  });

  test('say in the OpenAPI document that a purpose is needed', () => {
    const { paths = {} } = openApiOf(personalHarbour) as { paths?: Record<string, { get?: { parameters: object[] } }> };
    for (const path of ['/v1/berths', '/v1/berths/{id}', '/v1/berths/{id}/history'])
      expect(paths[path]?.get?.parameters).toContainEqual(expect.objectContaining({ in: 'query', name: 'purpose', required: true }));
  });
});

test('other documents are read without a purpose, and nobody keeps who read them', async () => {
  const usual = await ToyHost.start();
  await usual.as('officer').get(`/v1/berths/${id}`).expect(200);
  await usual.as('officer').get(`/v1/berths/${id}?purpose=x`).expect(400);
  await usual.stop();
  expect(usual.readRecords).toEqual([]);
});
