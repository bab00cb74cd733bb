import fc from 'fast-check';
import type { CountedRow } from '../../metrics/figure.ts';
import type { Question } from '../../metrics/question.ts';
import type { Sight, Source } from '../../metrics/side-source.ts';
import { histories, questions } from '../../testing/arbitrary-history.ts';
import { inFolder } from '../../testing/facts-folder.ts';
import { readWithWithdrawals } from '../../testing/withdrawn-events.ts';
import { naiveRows } from '../../testing/naive-figures.ts';
import { published, type SpecEvent } from '../../testing/published-events.ts';
import { CurrentFacts } from '../generations/current-facts.ts';
import { factsDesk } from '../parking/facts-desk.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { readFigure } from './read-figure.ts';

const decider = { by: 'an operator', reason: 'looked into it' };
const toText = ({ dimensions, currency, value }: CountedRow) =>
  `${[...Object.values(dimensions), ...(currency ? [currency] : [])].join(' ')} = ${value}`;

/** What becomes of an event on its way: whether it withdraws its project, comes spoiled and is mended later, ends its batch. */
const fates = fc.infiniteStream(
  fc.record({ withdraws: fc.nat(2).map((n) => n === 0), spoiled: fc.nat(5).map((n) => n === 0), endsBatch: fc.nat(3).map((n) => n === 0) }),
);
const deliveries = histories.chain((history) =>
  fc.record({
    history: fc.constant(history),
    inOrder: fc.boolean(),
    shuffled: fc.shuffledSubarray(history.flat(), { minLength: history.flat().length }),
  }),
);

test('what stands now and the history say the same after every flush, and an earlier watermark still says what stood then', async () => {
  await inFolder(async (folder) => {
    const withdrawn = new Set<string>();
    const facts = await CurrentFacts.open({ folder, read: readWithWithdrawals(withdrawn), onParked: () => undefined });
    const [desk, log] = [factsDesk(facts), new TopicLog()];
    let agencies = 0;
    const property = fc.asyncProperty(deliveries, fates, questions, async ({ history, inOrder, shuffled }, fate, asked) => {
      const id = (agencies += 1);
      const topic = `NO-03.agency${id}.projects`;
      const then: { sight: Sight; rows: string[][] }[] = [];
      const rowsOf = (sight: Sight, source?: Source) =>
        facts.read((file) =>
          file.read(async (connection) => {
            const rows: string[][] = [];
            for (const question of asked) rows.push((await readFigure(connection, question, sight, source)).map(toText).sort());
            return rows;
          }),
        );
      const look = async () => {
        const next = (await facts.reached()).find((position) => position.topic === topic)?.offset ?? 0n;
        const sight = { partitions: [{ id, next }] };
        const rows = await rowsOf(sight, 'standing');
        expect(await rowsOf(sight, 'history')).toEqual(rows);
        then.push({ sight, rows });
      };

      const spoiled: { offset: number; event: SpecEvent }[] = [];
      let batch: ReturnType<typeof published>[] = [];
      let offset = 0;
      const deliver = async () => {
        await facts.handle(log.publish(topic, 0, batch));
        batch = [];
        await look();
      };
      // In order: every project is registered before the first one is amended, so flushes restate what others stated.
      for (const event of inOrder ? history.flat().toSorted((one, other) => one.version - other.version) : shuffled) {
        const { withdraws, spoiled: isSpoiled, endsBatch } = fate.next().value;
        if (withdraws) withdrawn.add(`${topic}/${event.project}/${event.version}`);
        if (isSpoiled) spoiled.push({ offset, event });
        batch.push(published(topic, event, isSpoiled ? { data: { participants: 'many' } } : {}));
        offset += 1;
        if (endsBatch) await deliver();
      }
      await deliver();
      for (const { offset: place, event } of spoiled) {
        await desk.mend(`facts~${topic}~0~${place}`, published(topic, event).value.toString(), decider);
        await desk.replay({ consumer: 'facts', topic, key: published(topic, event).key }, decider);
        await look();
      }

      expect(await facts.counts()).toMatchObject({ waiting: 0, parked: 0 });
      const newest = history.flatMap((statements) => statements.at(-1) ?? []);
      const standing = newest.filter(({ project, version }) => !withdrawn.has(`${topic}/${project}/${version}`));
      const byHand = asked.map((question: Question) => naiveRows(question, standing).sort());
      expect(then.at(-1)?.rows).toEqual(byHand);
      for (const { sight, rows } of then) expect(await rowsOf(sight)).toEqual(rows);
    });
    await fc.assert(property, { numRuns: 12 });
    await facts.close();
  });
}, 120_000);
