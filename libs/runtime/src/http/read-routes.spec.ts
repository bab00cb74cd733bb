import { berth, ToyHost } from './testing/toy-host.ts';

let host: ToyHost;
beforeEach(async () => {
  host = await ToyHost.start();
});
afterEach(() => host.stop());

const list = (query = '') => host.as('analyst').get(`/v1/berths${query}`);
const document = () => {
  const { id, version, createdAt, updatedAt, state } = berth();
  return { id, version, createdAt, updatedAt, ...state };
};

describe('a list', () => {
  test('gives the documents that the caller may read, newest first, fifty at a time', async () => {
    const { status, body, headers } = await list();
    expect([status, body]).toEqual([200, { items: [document()] }]);
    expect(headers['cache-control']).toBe('no-store');
    expect(host.lists).toEqual([
      {
        audience: ['public', 'agency:NO-03/rcn', 'person:someone'],
        request: { filter: {}, sort: { key: 'createdAt', descending: true }, limit: 50 },
      },
    ]);
  });

  test('is filtered by keys and by tags, any of several values', async () => {
    await list('?status=free,let&boats=Fram&metres=12&sort=metres&limit=200');
    expect(host.lists[0]?.request).toEqual({
      filter: { status: ['free,let', 'free', 'let'], boats: ['Fram'], metres: ['12', 12] },
      sort: { key: 'metres', descending: false },
      limit: 200,
    });
  });

  test('counts when it is asked to', async () => {
    expect((await list('?count=true')).body.count).toBe(1);
    expect((await list('?count=false')).body).not.toHaveProperty('count');
  });

  test('goes on where its cursor says', async () => {
    host.next = { value: 12, id: 'NO-03.rcn.A-1' };
    const { body } = await list('?sort=metres&status=free');
    await list(`?sort=metres&status=free&after=${body.next}`);
    expect(host.lists[1]?.request.after).toEqual({ value: 12, id: 'NO-03.rcn.A-1' });
  });

  test('refuses a cursor of another filter, another sort, or with one letter changed', async () => {
    host.next = { value: 12, id: 'NO-03.rcn.A-1' };
    const cursor: string = (await list('?sort=metres&status=free')).body.next;
    const altered = [...cursor].map((letter, i) => cursor.slice(0, i) + (letter === 'A' ? 'B' : 'A') + cursor.slice(i + 1));
    const wrong = [
      `?sort=metres&status=let&after=${cursor}`,
      `?sort=-metres&status=free&after=${cursor}`,
      ...altered.map((text) => `?sort=metres&status=free&after=${text}`),
    ];
    for (const query of wrong) {
      const { status, body } = await list(query);
      expect([status, body.code]).toEqual([400, 'cursor-invalid']);
    }
  });
});

describe('a document', () => {
  const get = () => host.as('analyst').get('/v1/berths/NO-03.rcn.A-1');

  test('comes with its version as its tag', async () => {
    const { status, headers, body } = await get();
    expect([status, headers.etag, body]).toEqual([200, '"1"', document()]);
  });

  test.each(['"1"', 'W/"1"', '"0", "1"', '*'])('is not sent again to whoever has it (%s)', async (tag) => {
    const { status, headers, text } = await get().set('If-None-Match', tag);
    expect([status, headers.etag, text]).toEqual([304, '"1"', '']);
  });

  test('is sent again when it has changed', async () => {
    host.documents = [berth({ version: 2 })];
    expect((await get().set('If-None-Match', '"1"')).headers.etag).toBe('"2"');
  });

  test('answers HEAD with the headers alone', async () => {
    const { status, headers, text } = await host.as('analyst').head('/v1/berths/NO-03.rcn.A-1');
    expect([status, headers.etag, text]).toEqual([200, '"1"', undefined]);
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength(JSON.stringify(document())));
  });

  test('that is not there, or not for the caller, is not found', async () => {
    host.documents = [];
    const { status, body } = await get();
    expect([status, body.code]).toEqual([404, 'not-found']);
  });
});

describe('a history', () => {
  const event = (version: number) => `{ "id":"berth/NO-03.rcn.A-1/${version}",  "note":"spaces stay" }`;
  const history = (query = '') => host.as('analyst').get(`/v1/berths/NO-03.rcn.A-1/history${query}`);
  beforeEach(() => {
    host.journal = [1, 2, 3].map((version) => ({
      id: `berth/NO-03.rcn.A-1/${version}`,
      subject: 'berth/NO-03.rcn.A-1',
      version,
      body: event(version),
    }));
  });

  test('holds the events to the letter, oldest first', async () => {
    const { status, text } = await history();
    expect([status, text]).toEqual([200, `{"items":[${event(1)},${event(2)},${event(3)}]}`]);
  });

  test('comes in pages', async () => {
    const first = (await history('?limit=2')).body;
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual(['berth/NO-03.rcn.A-1/1', 'berth/NO-03.rcn.A-1/2']);
    const second = (await history(`?limit=2&after=${first.next}`)).body;
    expect([second.items.length, second.next]).toEqual([1, undefined]);
  });

  test('has what still waits to be sent as well, each event once', async () => {
    const waiting = (version: number) => ({ version, topic: 'NO-03.rcn.harbour', body: event(version) });
    host.outbox = [waiting(3), waiting(4)];
    expect((await history()).text).toBe(`{"items":[${[1, 2, 3, 4].map(event).join(',')}]}`);
    const second = (await history(`?limit=2&after=${(await history('?limit=2')).body.next}`)).body;
    expect(second.items.map(({ id }: { id: string }) => id)).toEqual(['berth/NO-03.rcn.A-1/3', 'berth/NO-03.rcn.A-1/4']);
  });

  test('misses no event that comes into the journal while it is read', async () => {
    const [kept, waiting] = [host.journal.slice(0, 2), { version: 3, topic: 'NO-03.rcn.harbour', body: event(3) }];
    Object.assign(host, { journal: kept, outbox: [waiting] });
    host.onRead = () => {
      host.outbox = [];
      host.journal = [...kept, { ...waiting, id: 'berth/NO-03.rcn.A-1/3', subject: 'berth/NO-03.rcn.A-1' }];
    };
    expect((await history()).text).toBe(`{"items":[${[1, 2, 3].map(event).join(',')}]}`);
  });

  test('is for whoever may read the document', async () => {
    host.documents = [];
    expect((await history()).status).toBe(404);
  });

  test('knows no other parameters', async () => {
    expect((await history('?sort=time')).body.details).toEqual({ unknown: ['sort'], known: ['limit', 'after'] });
  });
});
