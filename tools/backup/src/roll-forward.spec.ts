import { Readable } from 'node:stream';
import type { Instant } from '@xietong/domain';
import type { AgencyRef } from '@xietong/kernel';
import { projects } from '@xietong/projects';
import { hashOf } from '@xietong/runtime/audit';
import { memoryStore, type Store } from '@xietong/runtime/parts';
import { exampleAttachment } from '@xietong/testing';
import { rollForward } from './roll-forward.ts';

const agency: AgencyRef = 'NO-03/rcn';
const subject = 'project/NO-03.rcn.1';
const id = 'NO-03.rcn.1';
const topic = 'NO-03.rcn.projects';
const participants = [
  {
    no: 1,
    organisation: { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: 'NO-50' },
    role: 'lead',
    amount: { amount: 100, currency: 'EUR' },
  },
];
const signedOn = '2026-01-05';

/** The texts of one project's events, each chained to the one before: registered, then amended hour by hour. */
function chain(length: number, told = 'amended'): string[] {
  const texts: string[] = [];
  for (let version = 1; version <= length; version += 1) {
    const [name, data] =
      version === 1
        ? ['registered', { registrar: agency, number: '1', title: 'One', signedOn, participants }]
        : ['participants-amended', { signedOn, participants, reason: told }];
    const envelope = {
      id: `${subject}/${version}`,
      source: `/${agency}/projects`,
      type: `xietong.projects.project.${name}.v1`,
      subject,
      sequence: String(version).padStart(10, '0'),
      time: `2026-11-28T${String(version).padStart(2, '0')}:00:00.000Z`,
      prevhash: version === 1 ? '' : hashOf(texts.at(-1) as string),
      data,
    };
    texts.push(JSON.stringify(envelope));
  }
  return texts;
}

describe('a restored store', () => {
  let store: Store;
  const journal = () => store.journal.read(subject, 0, 100);
  const project = async () => {
    const collection = await store.collection('projects', { keys: [], tags: [] });
    const [[stored], waiting] = [await collection.load([id]), (await collection.outbox([id])).get(id) ?? []];
    return { ...stored, waiting };
  };
  const roll = async (texts: readonly string[]) => {
    const hashesOf = async (ids: ReadonlySet<string>): Promise<Map<string, string>> => {
      const known = [...(await journal()), ...(await project()).waiting.map((entry) => ({ ...entry, id: `${subject}/${entry.version}` }))];
      return new Map(known.filter((entry) => ids.has(entry.id)).map(({ id: event, body }) => [event, hashOf(body)]));
    };
    const published = (async function* () {
      yield* texts;
    })();
    const { moved, findings, lostFiles } = await rollForward({ service: projects, store, source: { hashesOf }, published });
    return { moved: [...moved], findings, ...(lostFiles.length > 0 ? { lostFiles } : {}) };
  };

  beforeEach(() => {
    store = memoryStore();
  });

  it('gets an aggregate that was begun after the backup, dated by its first command, with nothing left to send', async () => {
    expect(await roll(chain(3))).toEqual({ moved: [[subject, { from: 1, to: 3 }]], findings: [] });
    expect(await project()).toMatchObject({
      version: 3,
      agency,
      createdAt: '2026-11-28T01:00:00.000Z' satisfies Instant,
      updatedAt: '2026-11-28T03:00:00.000Z' satisfies Instant,
      head: hashOf(chain(3)[2] as string),
      state: { status: 'registered', number: '1' },
      waiting: [],
    });
    expect((await journal()).map(({ body }) => body)).toEqual(chain(3));
  });

  it('goes on with an aggregate where its topic is ahead, and takes no event twice', async () => {
    await roll(chain(2));
    const texts = chain(4);
    expect(await roll([...texts, ...texts])).toEqual({ moved: [[subject, { from: 3, to: 4 }]], findings: [] });
    expect((await journal()).map(({ body }) => body)).toEqual(texts);
  });

  it('is as it was where the topic has nothing more', async () => {
    await roll(chain(2));
    const before = await project();
    expect(await roll(chain(2))).toEqual({ moved: [], findings: [] });
    expect(await project()).toEqual(before);
  });

  it('keeps the receipt of an event that waited when the backup was taken, and archives it', async () => {
    const [first = '', second = ''] = chain(2);
    const receipt = { key: 'k', payload: 'p', version: 1 };
    const collection = await store.collection('projects', { keys: [], tags: [] });
    const now = '2026-11-28T01:00:00.000Z' as Instant;
    const state = { status: 'registered', registrar: agency, number: '1', title: 'One', signedOn, participants, progress: [] };
    const write = { id, expected: 0, version: 1, agency, state, audience: [], keys: {}, tags: {}, head: hashOf(first), now };
    await collection.write([{ ...write, events: [{ version: 1, topic, body: first, receipt }], receipts: [receipt] }]);
    await roll([first, second]);
    expect((await journal()).map(({ version, receipt: kept }) => [version, kept])).toEqual([
      [1, receipt],
      [2, undefined],
    ]);
    expect(await project()).toMatchObject({ version: 2, created: receipt, waiting: [] });
  });

  it.each([
    [
      'a version is missing in the topic',
      (texts: string[]) => texts.filter((_, n) => n !== 2),
      '/4 is in its topic, but the store ends at version 2',
    ],
    [
      'an event does not follow the one before',
      (texts: string[]) => texts.map((text, n) => (n === 2 ? text.replace('"prevhash":"', '"prevhash":"0') : text)),
      '/3 does not follow version 2 of the store: its prevhash is another',
    ],
    ['the topic tells another story', () => chain(4, 'otherwise'), '/2 has another text in its topic than in the store'],
    [
      'an event is of a type that nobody knows',
      (texts: string[]) => texts.map((text, n) => (n === 2 ? text.replace('amended.v1', 'invented.v1') : text)),
      '/3 cannot be read by this version of the service',
    ],
  ])('where %s is left as it was from there on, and that event is named', async (_, spoil, sentence) => {
    await roll(chain(2));
    const { moved, findings } = await roll(spoil(chain(4)));
    expect({ moved, count: findings.length, first: findings[0] }).toEqual({
      moved: [],
      count: 1,
      first: expect.stringContaining(sentence),
    });
    expect(await project()).toMatchObject({ version: 2 });
  });

  it('keeps from the sweep what only the added events name, and tells which files came after the backup', async () => {
    const files = await store.attachments();
    const [kept, gone] = [
      exampleAttachment('00000000-0000-4000-8000-000000000001'),
      exampleAttachment('00000000-0000-4000-8000-000000000002'),
    ];
    await files.takeIn(kept.id, Readable.from([Buffer.from('%PDF')]), '2026-11-29T00:00:00.000Z');
    await files.keep({ ...kept, party: 'org:NO-ORGNR:919303808' }, 'k');
    const attachments = [kept, gone].map((attachment) => ({ document: 'study', attachment }));
    const data = { call: 'NO-03.rcn.2026-01', agency, applicant: 'NO-ORGNR:919303808', rules: '2025', content: { attachments } };
    const [first = ''] = chain(1);
    const drafted = {
      ...JSON.parse(first),
      id: 'application/a/1',
      subject: 'application/a',
      type: 'xietong.projects.application.drafted.v1',
      data,
    };
    const { findings, lostFiles } = await roll([JSON.stringify(drafted)]);
    expect({ findings, lostFiles }).toEqual({ findings: [], lostFiles: [`application/a: ${gone.id} (${gone.name})`] });
    expect((await files.due('2027-01-01T00:00:00.000Z', 10)).map(({ heldBy }) => heldBy)).toEqual([['application/a']]);
  });

  it('is given up where somebody else writes to it meanwhile', async () => {
    await roll(chain(2));
    const before = store;
    store = {
      ...before,
      async collection(...asked) {
        const real = await before.collection(...asked);
        // Whoever it is comes first with the same version.
        return { ...real, write: async (writes) => (await real.write(writes), real.write(writes)) };
      },
    };
    await expect(roll(chain(4))).rejects.toThrow('another process wrote to the store');
  });

  it('names an event of an aggregate that the service does not have', async () => {
    const { findings } = await roll(chain(1).map((text) => text.replaceAll('project/NO', 'voucher/NO')));
    expect(findings).toEqual(['voucher/NO-03.rcn.1/1 is of an aggregate that this version of the service does not know']);
  });
});
