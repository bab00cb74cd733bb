import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { exampleAttachment } from '@xietong/testing';
import { buffer } from 'node:stream/consumers';
import { berth, ToyHost } from './testing/toy-host.ts';
import { personalHarbour } from './testing/toy-service.ts';

const idOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const content = Buffer.from(`%PDF-1.7${'x'.repeat(300_000)}`);
const paper = { ...exampleAttachment(idOf(1)), bytes: content.length };
const other = { ...exampleAttachment(idOf(2)), name: 'of no berth.pdf' };
const place = '/v1/berths/NO-03.rcn.A-1/attachments';

let host: ToyHost;
const start = async (parts: Parameters<typeof ToyHost.start>[0] = {}) => {
  await host?.stop();
  host = await ToyHost.start(parts);
  host.documents = [berth({ state: { ...berth().state, papers: [paper] } })];
  for (const file of [paper, other]) {
    await host.attachments.takeIn(file.id, Readable.from([content]), '2026-01-06T08:00:00.000Z');
    await host.attachments.keep({ ...file, party: 'agency:NO-03/rcn' }, file.id);
  }
};
beforeEach(() => start());
afterEach(() => host.stop());

const fetching = (id: string, role: 'officer' | 'analyst' = 'officer') => host.as(role).get(`${place}/${id}`);

describe('an attachment', () => {
  test('is downloaded by whoever reads the document that names it, as a file and nothing that a browser would run', async () => {
    const { status, headers, body } = await fetching(paper.id)
      .buffer(true)
      .parse((response, done) => void buffer(response as unknown as Readable).then((bytes) => done(null, bytes)));
    expect([status, body.equals(content)]).toEqual([200, true]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="???????.pdf"; filename*=UTF-8''${encodeURIComponent(paper.name)}`,
      'x-content-type-options': 'nosniff',
      'content-length': String(content.length),
      etag: `"${paper.sha256}"`,
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  test('is not sent again to whoever has it', async () => {
    const { status, headers, text } = await fetching(paper.id).set('If-None-Match', `"${paper.sha256}"`);
    expect([status, headers.etag, text]).toEqual([304, `"${paper.sha256}"`, '']);
  });

  test('is told by its headers alone to whoever asks for them', async () => {
    const { status, headers } = await host.as('officer').head(`${place}/${paper.id}`);
    expect([status, headers['content-length']]).toEqual([200, String(content.length)]);
  });

  test.each([
    ['that the document does not name', `${place}/${other.id}`],
    ['of a document that is not there, or not for the reader', `/v1/berths/NO-03.rcn.B-9/attachments/${paper.id}`],
    ['that is no id', `${place}/..%2F..%2Fetc`],
    ['of a name that every object has', `${place}/__proto__`],
  ])('%s is not found', async (_, path) => {
    const { status, body } = await host.as('officer').get(path);
    expect([status, body.code]).toEqual([404, 'not-found']);
  });

  test('whose file was lost is told as that', async () => {
    const [due] = await host.attachments.due('2030-01-01T00:00:00.000Z', 1);
    if (due) await host.attachments.remove(due);
    const { status, body } = await fetching(paper.id).set('Accept-Language', 'en');
    expect([status, body.code]).toEqual([410, 'attachment-lost']);
  });

  test('takes no parameters', async () => {
    expect((await host.as('officer').get(`${place}/${paper.id}?role=director`)).status).toBe(400);
  });
});

describe('a download that breaks in the middle', () => {
  const breaking = () => {
    const open = async () =>
      Readable.from(
        (async function* () {
          yield content.subarray(0, 200_000);
          throw new Error('the store is away');
        })(),
        { objectMode: false },
      );
    return start({ attachments: { ...host.attachments, open } });
  };

  test('does not look complete: the connection is cut before the length that was announced', async () => {
    await breaking();
    await expect(
      fetch(`${host.url}${place}/${paper.id}`, { headers: { authorization: 'Bearer officer' } }).then((answer) => answer.arrayBuffer()),
    ).rejects.toThrow();
    expect(host.lines).toContainEqual({
      level: 'error',
      line: expect.objectContaining({ err: expect.objectContaining({ message: 'the store is away' }) }),
    });
  });

  test('by its reader is no fault', async () => {
    const { hostname, port } = new URL(host.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`GET ${place}/${paper.id} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer officer\r\n\r\n`);
        socket.once('data', () => socket.destroy());
        socket.once('close', () => resolve());
      });
    });
    await fetching(paper.id);
    expect(host.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('of documents about persons', () => {
  beforeEach(() => start({ service: personalHarbour }));

  test('a download says what for, and is recorded before a byte is told', async () => {
    expect((await fetching(paper.id)).body.code).toBe('purpose-missing');
    await host.as('officer').get(`${place}/${paper.id}?purpose=case-7`).expect(200);
    expect(host.readRecords).toMatchObject([
      {
        operation: 'getAttachmentOfBerth',
        asked: 'berth/NO-03.rcn.A-1',
        purpose: 'case-7',
        status: 200,
        shown: [{ subject: 'berth/NO-03.rcn.A-1', version: 1 }],
      },
    ]);
  });

  test('one that is refused is recorded too', async () => {
    await host.as('officer').get(`${place}/${other.id}?purpose=case-7`).expect(404);
    expect(host.readRecords).toMatchObject([{ status: 404, shown: [] }]);
  });
});
