import type { Batch } from '@xietong/runtime';
import fc from 'fast-check';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { histories } from '../../testing/arbitrary-history.ts';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { published, type PublishedMessage, type SpecEvent } from '../../testing/published-events.ts';
import { figuresOf, sightOf } from '../testing/figures-of.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { FactsFile } from '../facts-file/facts-file.ts';
import { readRows } from '../facts-file/database.ts';
import { readFingerprint } from '../rebuild/fingerprint.ts';
import { Intake } from './intake.ts';

const topic = 'NO-03.rcn.projects';
const statement = (project: string, version: number): SpecEvent => ({
  project,
  version,
  signedOn: '2019-03-01',
  participants: [
    { party: 'NO-ORGNR:971035854', region: 'NO-03', lead: true, amount: version },
    { region: 'NO-50', amount: 10 },
  ],
});
const events = (...asked: [project: string, version: number][]) =>
  asked.map(([project, version]) => published(topic, statement(project, version)));

/** The same event as another agency would have published it. */
const movedTo =
  (agency: string) =>
  ({ key, value }: PublishedMessage): PublishedMessage => ({
    key: key.replace('rcn', agency),
    value: Buffer.from(value.toString().replaceAll('.rcn.', `.${agency}.`).replaceAll('/rcn', `/${agency}`)),
  });

async function opened(folder: string) {
  const file = await FactsFile.open(folder);
  return { file, intake: await Intake.open(file, read, () => undefined) };
}

const fingerprintOf = (file: FactsFile) => file.read((connection) => readFingerprint(connection, sightOf([1, 2, 3])));

test('events delivered three times, shuffled and with stale versions between them give the figures of a clean delivery', async () => {
  const deliveries = histories.chain((history) => {
    const once = history.flat().map((event) => published(topic, event));
    return fc.record({
      once: fc.constant(once),
      tripled: fc.shuffledSubarray([...once, ...once, ...once], { minLength: once.length * 3 }),
    });
  });
  await inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const log = new TopicLog();
    let partitions = 0;
    const property = fc.asyncProperty(deliveries, async ({ once, tripled }) => {
      const before = await intake.counts();
      const events = before.events + 2 * once.length;
      const [clean, wild] = [(partitions += 1), (partitions += 1)];
      await intake.handle(log.publish(`NO-03.clean${clean}.projects`, 0, once.map(movedTo(`clean${clean}`))));
      await intake.handle(log.publish(`NO-03.wild${wild}.projects`, 0, tripled.map(movedTo(`wild${wild}`))));
      expect(await intake.counts()).toEqual({ events, waiting: 0, parked: 0 });
      expect(await figuresOf(file, [wild])).toEqual(await figuresOf(file, [clean]));
    });
    await fc.assert(property, { numRuns: 20 });
    file.close();
  });
}, 60_000);

test('a process that dies between two flushes goes on where its file is, and ends at the same hash', async () => {
  await inFolder(async (folder) => {
    const log = new TopicLog();
    const first = log.publish(topic, 0, events(['1', 1], ['2', 2], ['3', 1]));
    const second = log.publish(topic, 0, events(['2', 1], ['1', 2], ['3', 1]));

    const living = await opened(join(folder, 'living'));
    await living.intake.handle(first);
    await cp(join(folder, 'living'), join(folder, 'dead'), { recursive: true });
    await living.intake.handle(second);

    const revived = await opened(join(folder, 'dead'));
    expect(await revived.intake.positions()).toEqual([{ topic, partition: 0, offset: 3n }]);
    expect(await revived.intake.counts()).toEqual({ events: 2, waiting: 1, parked: 0 });
    await revived.intake.handle(second);
    expect(await fingerprintOf(revived.file)).toEqual(await fingerprintOf(living.file));
    expect(await fingerprintOf(revived.file)).toMatchObject({ events: 5, facts: 10 });
    for (const { file } of [living, revived]) file.close();
  });
});

test('a batch of nothing but duplicates moves the position, also for the next start', async () => {
  await inFolder(async (folder) => {
    const log = new TopicLog();
    const { file, intake } = await opened(folder);
    await intake.handle(log.publish(topic, 0, events(['1', 1])));
    await intake.handle(log.publish(topic, 0, events(['1', 1], ['1', 1])));
    file.close();
    const again = await opened(folder);
    expect(await again.intake.positions()).toEqual([{ topic, partition: 0, offset: 3n }]);
    expect(await again.intake.counts()).toMatchObject({ events: 1 });
    again.file.close();
  });
});

test('a batch that is handed over again after it was written changes nothing', async () => {
  await inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const batch = new TopicLog().publish(topic, 0, [...events(['1', 2]), { key: 'x', value: Buffer.from('nonsense') }]);
    await intake.handle(batch);
    await intake.handle(batch);
    expect(await intake.counts()).toEqual({ events: 0, waiting: 1, parked: 1 });
    file.close();
  });
});

test('what was parked stays parked after a restart, with its place, key and reason, and so do its followers', async () => {
  await inFolder(async (folder) => {
    const log = new TopicLog();
    const notices: unknown[] = [];
    const first = await FactsFile.open(folder);
    const intake = await Intake.open(first, read, (parked) => notices.push(...parked));
    const broken = published(topic, statement('1', 2), { data: { participants: [] } });
    await intake.handle(log.publish(topic, 0, [...events(['1', 1]), broken]));
    expect(notices).toHaveLength(1);
    first.close();

    const { file, intake: later } = await opened(folder);
    await later.handle(log.publish(topic, 0, events(['1', 3], ['2', 1])));
    expect(await later.counts()).toEqual({ events: 2, waiting: 0, parked: 2 });
    const parked = await file.read((connection) =>
      readRows(connection, 'SELECT key, "offset", reason, detail FROM parked ORDER BY "offset"'),
    );
    expect(parked).toEqual([
      { key: 'NO-03.rcn.1', offset: 1n, reason: 'unfit-data', detail: 'participants, signedOn, reason' },
      { key: 'NO-03.rcn.1', offset: 2n, reason: 'follows-parked', detail: '' },
    ]);
    file.close();
  });
});

test('batches of several partitions that one answer of the broker brings share a flush', async () => {
  await inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const log = new TopicLog();
    const write = jest.spyOn(file, 'write');
    const batches = [0, 1, 2].map((partition) => log.publish(topic, partition, events([String(partition), 1])));
    await Promise.all(batches.map((batch) => intake.handle(batch)));
    expect(write).toHaveBeenCalledTimes(1);
    expect((await intake.positions()).map(({ partition, offset }) => [partition, offset])).toEqual(
      batches.map((_, partition) => [partition, 1n]),
    );
    file.close();
  });
});

test('a flush that cannot be written leaves nothing behind, and the same batch goes in afterwards', async () => {
  await inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const batch = new TopicLog().publish(topic, 0, events(['1', 1], ['2', 1]));
    const away = file.read((connection) => connection.run('ALTER TABLE parties RENAME TO parties_away'));
    await away;
    await expect(intake.handle(batch)).rejects.toThrow('parties');
    await file.read((connection) => connection.run('ALTER TABLE parties_away RENAME TO parties'));
    expect(await intake.positions()).toEqual([]);
    await intake.handle(batch);
    expect(await fingerprintOf(file)).toMatchObject({ events: 2, facts: 4 });
    file.close();
  });
});

test('a version that no project reaches is parked with its reason, and other keys and agencies go on', async () => {
  await inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const log = new TopicLog();
    const other = log.publish('NO-03.inn.projects', 0, events(['1', 1]).map(movedTo('inn')));
    const batch = log.publish(topic, 0, events(['1', 1], ['1', 9_999_999_999], ['2', 1], ['3', 2_147_483_648], ['4', 2_147_483_647]));
    await Promise.all([intake.handle(batch), intake.handle(other)]);
    expect(await intake.counts()).toEqual({ events: 3, waiting: 1, parked: 2 });
    const parked = await file.read((connection) => readRows(connection, 'SELECT key, reason, detail FROM parked ORDER BY key'));
    expect(parked).toEqual([
      { key: 'NO-03.rcn.1', reason: 'not-an-event', detail: 'sequence' },
      { key: 'NO-03.rcn.3', reason: 'not-an-event', detail: 'sequence' },
    ]);
    file.close();
  });
});

test.each([
  ['the first day of the calendar', { signedOn: '1000-01-01' }],
  ['the last day of the calendar', { signedOn: '9999-12-31' }],
  ['the greatest amount', { participants: [{ amount: Number.MAX_SAFE_INTEGER }] }],
  ['an identifier with a NUL', { participants: [{ party: 'NO-ORGNR:a\0b', amount: 1 }] }],
  ['an identifier with half a surrogate pair', { participants: [{ party: 'NO-ORGNR:\ud800', amount: 1 }] }],
] satisfies [string, Partial<SpecEvent>][])('%s is written, and means the same after a restart', async (_, odd) => {
  await inFolder(async (folder) => {
    const log = new TopicLog();
    const first = await opened(folder);
    await first.intake.handle(log.publish(topic, 0, [published(topic, { ...statement('1', 1), ...odd })]));
    first.file.close();

    const { file, intake } = await opened(folder);
    await intake.handle(log.publish(topic, 0, [published(topic, { ...statement('2', 1), ...odd })]));
    expect(await intake.counts()).toEqual({ events: 2, waiting: 0, parked: 0 });
    const names = await file.read((connection) => readRows<{ name: string }>(connection, 'SELECT name FROM parties'));
    expect(names).toHaveLength(new Set(names.map(({ name }) => name)).size);
    file.close();
  });
});

test('an event of a type without facts may have a subject with a NUL, and is known again after a restart', async () => {
  await inFolder(async (folder) => {
    const log = new TopicLog();
    const praised = published(topic, statement('1\0', 1), { type: 'xietong.projects.project.praised.v1' });
    const first = await opened(folder);
    await first.intake.handle(log.publish(topic, 0, [praised]));
    first.file.close();
    const { file, intake } = await opened(folder);
    await intake.handle(log.publish(topic, 0, [praised]));
    expect(await intake.counts()).toEqual({ events: 1, waiting: 0, parked: 0 });
    file.close();
  });
});

test('texts that together exceed the memory of the database are written, whether they come at once or one after the other', async () => {
  const megabyte = 'x'.repeat(1_000_000);
  const long = (project: string) => published(topic, { ...statement(project, 1) }, { comment: megabyte });
  await inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const log = new TopicLog();
    const batch = (from: number, messages: number) =>
      log.publish(
        topic,
        0,
        Array.from({ length: messages }, (_, place) => long(String(from + place))),
      );
    await intake.handle(batch(0, 130));
    for (let from = 130; from < 270; from += 7) await intake.handle(batch(from, 7));
    expect(await intake.counts()).toEqual({ events: 270, waiting: 0, parked: 0 });
    file.close();
  });
}, 30_000);

test('parked texts that together exceed the memory of the database are kept, and figures go on', async () => {
  const megabyte = 'x'.repeat(1_000_000);
  await inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const log = new TopicLog();
    for (let from = 0; from < 270; from += 9) {
      const spoiled = Array.from({ length: 9 }, (_, place) => ({
        key: `k${from + place}`,
        value: Buffer.from(`${from + place}${megabyte}`),
      }));
      await intake.handle(log.publish(topic, 0, spoiled));
    }
    await intake.handle(log.publish(topic, 0, events(['1', 1])));
    expect(await intake.counts()).toEqual({ events: 1, waiting: 0, parked: 270 });
    file.close();
  });
}, 60_000);

test('batches of several partitions that come together are all written', async () => {
  await inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const log = new TopicLog();
    const batches: Batch[] = [0, 1, 2].map((partition) => log.publish(topic, partition, events([String(partition), 1])));
    await Promise.all(batches.map((batch) => intake.handle(batch)));
    expect(await intake.positions()).toHaveLength(3);
    expect(await fingerprintOf(file)).toMatchObject({ events: 3 });
    file.close();
  });
});
