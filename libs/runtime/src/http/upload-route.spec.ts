import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { attachmentBytesMax } from '@xietong/kernel';
import { until } from '@xietong/testing';
import { memoryAttachments } from '../attachments/memory-attachments.ts';
import { disguised, sampleFiles } from '../attachments/sample-files.fixture.ts';
import { type Scan, ScannerUnavailable } from '../attachments/scanner.ts';
import { StoreUnavailable } from '../store/store.ts';
import { ToyHost } from './testing/toy-host.ts';

const pdf = sampleFiles['application/pdf'];
const farAhead = '2030-01-01T00:00:00.000Z';

let host: ToyHost;
const start = async (parts: Parameters<typeof ToyHost.start>[0] = {}) => {
  await host?.stop();
  host = await ToyHost.start(parts);
};
beforeEach(() => start());
afterEach(() => host.stop());

const named = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
const headers = {
  'Content-Type': 'application/pdf',
  'Content-Disposition': named('可行性研究报告.pdf'),
  'Idempotency-Key': 'k1',
  'Accept-Language': 'en',
};
const upload = (content: Buffer = pdf, changes: Record<string, string | undefined> = {}) => {
  const asked = host.as('officer').post('/v1/attachments');
  for (const [name, value] of Object.entries({ ...headers, ...changes })) if (value !== undefined) asked.set(name, value);
  return asked.send(content);
};
/** Nothing of a file is left: neither to be found nor to be swept. */
const nothingLeft = async () => expect(await host.attachments.due(farAhead, 10)).toEqual([]);

describe('a file that is sent up', () => {
  test('is answered with what a command names it by, and kept byte for byte', async () => {
    const { status, body, headers: answered } = await upload();
    expect([status, body]).toEqual([
      201,
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: '可行性研究报告.pdf',
        mediaType: 'application/pdf',
        bytes: pdf.length,
        sha256: createHash('sha256').update(pdf).digest('hex'),
        scanned: false,
      },
    ]);
    expect(answered).not.toHaveProperty('idempotency-replayed');
    expect((await buffer(await host.attachments.open(body.id))).equals(pdf)).toBe(true);
    expect(await host.attachments.find([body.id])).toMatchObject([{ party: 'agency:NO-03/rcn' }]);
  });

  test.each(Object.entries(sampleFiles))('may be of type %s', async (type, content) => {
    const { status, body } = await upload(content, { 'Content-Type': `${type}; charset=binary` });
    expect([status, body.mediaType]).toEqual([201, type]);
  });

  test('may have exactly 20 MB', async () => {
    const { status, body } = await upload(Buffer.concat([pdf, Buffer.alloc(attachmentBytesMax - pdf.length)]));
    expect([status, body.bytes]).toEqual([201, attachmentBytesMax]);
  });

  test('is removed after a day, counted from when it began to come in', async () => {
    const { body } = await upload();
    expect(await host.attachments.due('2026-01-06T07:59:59.999Z', 10)).toEqual([]);
    expect(await host.attachments.due('2026-01-06T08:00:00.000Z', 10)).toEqual([
      { id: body.id, sweepAt: '2026-01-06T08:00:00.000Z', heldBy: [] },
    ]);
  });

  test('again under its key is the same file, and says so', async () => {
    const first = await upload();
    const again = await upload();
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, first.body, 'true']);
    expect(await host.attachments.due(farAhead, 10)).toHaveLength(1);
  });

  test.each([
    ['content', Buffer.concat([pdf, Buffer.from('\n')]), {}],
    ['name', pdf, { 'Content-Disposition': named('another.pdf') }],
  ])('under its key with another %s is refused', async (_, content, changes) => {
    await upload();
    const { status, body } = await upload(content, changes);
    expect([status, body.code]).toEqual([422, 'key-reused']);
    expect(await host.attachments.due(farAhead, 10)).toHaveLength(1);
  });

  test('loses the path to it, and what hides its ending', async () => {
    const nameOf = async (disposition: string) =>
      (await upload(pdf, { 'Content-Disposition': disposition, 'Idempotency-Key': encodeURIComponent(disposition) })).body.name;
    expect(await nameOf('attachment; filename="C:\\\\docs\\\\a.pdf"')).toBe('a.pdf');
    expect(await nameOf(named('../\u202Efdp.exe'))).toBe('fdp.exe.pdf');
  });
});

describe('a file is refused, and nothing of it is left,', () => {
  test.each([
    ['without a key', { 'Idempotency-Key': undefined }, 400, 'idempotency-key-missing'],
    ['with a key that is none', { 'Idempotency-Key': 'a b' }, 400, 'idempotency-key-invalid'],
    ['without a name', { 'Content-Disposition': undefined }, 400, 'attachment-name-missing'],
    ['with a name that cannot be read', { 'Content-Disposition': 'attachment; filename=' }, 400, 'attachment-name-missing'],
    ['with an empty name', { 'Content-Disposition': 'attachment; filename=""' }, 400, 'attachment-name-missing'],
    ['of a type that is not accepted', { 'Content-Type': 'application/msword' }, 415, 'attachment-type-refused'],
    ['of a web page', { 'Content-Type': 'text/html' }, 415, 'attachment-type-refused'],
    ['of a name that every object has', { 'Content-Type': 'constructor' }, 415, 'attachment-type-refused'],
  ])('%s', async (_, changes, status, code) => {
    const answer = await upload(pdf, changes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    await nothingLeft();
  });

  test.each(Object.entries(disguised))('where %s is given out for a Word file', async (_, content) => {
    const claimed = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const { status, body } = await upload(content, { 'Content-Type': claimed });
    expect([status, body.code, body.errors, body.details.claimed]).toEqual([
      422,
      'attachment-content-differs',
      [{ field: 'Content-Type', message: 'The attachment is not of the type that it claims' }],
      claimed,
    ]);
    await nothingLeft();
  });

  test('where it is of another accepted type than it claims, with the one that was found', async () => {
    const { body } = await upload(sampleFiles['image/png']);
    expect(body.details).toEqual({ claimed: 'application/pdf', found: 'image/png' });
    await nothingLeft();
  });

  test('where it is empty', async () => {
    const { status, body } = await upload(Buffer.alloc(0));
    expect([status, body.code]).toEqual([422, 'attachment-empty']);
    await nothingLeft();
  });

  test('where it says itself that it is too large', async () => {
    const { status, body } = await upload(Buffer.concat([pdf, Buffer.alloc(attachmentBytesMax)]));
    expect([status, body.code, body.details]).toEqual([413, 'attachment-too-large', { bytesMax: attachmentBytesMax }]);
    await nothingLeft();
  });

  test('where it turns out to be too large on its way, however long it goes on', async () => {
    const sent = httpRequest(`${host.url}/v1/attachments`, { method: 'POST', headers: { ...headers, Authorization: 'Bearer officer' } });
    const answer = new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      sent.on('error', reject);
      sent.on(
        'response',
        (response) => void buffer(response).then((text) => resolve({ status: response.statusCode, text: text.toString() })),
      );
    });
    sent.write(pdf);
    for (let mb = 0; mb < 25; mb += 1) sent.write(randomBytes(1_048_576));
    sent.end();
    const { status, text } = await answer;
    expect([status, JSON.parse(text).code]).toEqual([413, 'attachment-too-large']);
    await nothingLeft();
  });

  test('where its sender breaks off', async () => {
    const sent = httpRequest(`${host.url}/v1/attachments`, {
      method: 'POST',
      headers: { ...headers, Authorization: 'Bearer officer', 'Content-Length': '1000000' },
    });
    sent.on('error', () => undefined);
    sent.write(Buffer.concat([pdf, Buffer.alloc(100_000)]));
    await until('it has begun to come in', async () => host.takenIn > 0);
    sent.destroy();
    await until('the service has given it up', async () => host.lines.some(({ line }) => 'status' in line && line.status === 400));
    await nothingLeft();
  });

  test('where its sender takes too long', async () => {
    const answer = await new Promise<number | undefined>((resolve) => {
      void start({ uploadMsMax: 100 }).then(() => {
        const sent = httpRequest(`${host.url}/v1/attachments`, {
          method: 'POST',
          headers: { ...headers, Authorization: 'Bearer officer' },
        });
        sent.on('error', () => undefined).on('response', ({ statusCode }) => resolve(statusCode));
        sent.write(pdf);
      });
    });
    expect(answer).toBe(408);
    await until('it is given up', async () => (await host.attachments.due(farAhead, 10)).length === 0);
  });

  test('where the store does not answer, and a try later succeeds', async () => {
    const attachments = { ...host.attachments, keep: () => Promise.reject(new StoreUnavailable('away')) };
    await start({ attachments });
    const { status, body } = await upload();
    expect([status, body.code]).toEqual([503, 'store-unavailable']);
    expect(await attachments.due(farAhead, 10)).toEqual([]);
  });

  test('of whoever may name none, before any of it is read', async () => {
    const { status } = await host.as('director', 'applicant').post('/v1/attachments').set(headers).send(pdf);
    expect([status, host.takenIn]).toEqual([403, 0]);
  });
});

describe('where a virus scanner is configured, a file', () => {
  const scanning = (scan: Scan) => start({ scan });

  test('that is clean is marked as scanned, and the scanner has seen all of it', async () => {
    let seen = Buffer.alloc(0);
    await scanning(async (content) => {
      seen = await buffer(content);
      return 'clean';
    });
    expect((await upload()).body.scanned).toBe(true);
    expect(seen.equals(pdf)).toBe(true);
  });

  test('that is infected is refused and not kept', async () => {
    await scanning(async () => 'infected');
    const { status, body } = await upload();
    expect([status, body.code]).toEqual([422, 'attachment-infected']);
    await nothingLeft();
  });

  test('is not let pass while the scanner is away', async () => {
    await scanning(() => Promise.reject(new ScannerUnavailable('is silent')));
    const { status, body, headers: answered } = await upload();
    expect([status, body.code, answered['retry-after']]).toEqual([503, 'scanner-unavailable', '30']);
    await nothingLeft();
  });

  test('is not let pass by a fault that nobody thought of', async () => {
    await scanning(() => Promise.reject(new Error('unthought of')));
    expect((await upload()).status).toBe(500);
    await nothingLeft();
  });
});

test('every refusal is told in Chinese to whoever asks in no other language', async () => {
  const { body } = await upload(Buffer.from('MZ'), { 'Accept-Language': undefined });
  expect([body.title, body.errors[0].message]).toEqual(['附件内容与其类型不符', '附件内容与其类型不符']);
});

test('two parties with the same key have a file each', async () => {
  const attachments = memoryAttachments();
  await start({ attachments });
  const first = await upload();
  const verify = async (token: string) => ({
    kind: 'verified' as const,
    verified: {
      actor: { id: 'p', kind: 'person' as const, roles: ['officer' as const], agency: 'NO-03/inn' as const },
      realmRoles: [token],
      expiresAt: 4e9,
    },
  });
  await start({ attachments, verify });
  const second = await upload();
  expect([second.status, second.body.id === first.body.id]).toEqual([201, false]);
});
