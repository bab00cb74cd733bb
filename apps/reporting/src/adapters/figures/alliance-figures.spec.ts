import type { RegionCode } from '@xietong/domain';
import fc from 'fast-check';
import type { CountedRow } from '../../metrics/figure.ts';
import type { Sight } from '../../metrics/side-source.ts';
import { type AllianceEvent, allianceQuestions, alliances } from '../../testing/arbitrary-alliances.ts';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { naiveAllianceRows } from '../../testing/naive-alliances.ts';
import { publishedEvent } from '../../testing/published-events.ts';
import { FactsFile } from '../facts-file/facts-file.ts';
import { Intake } from '../intake/intake.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { readFigure } from './read-figure.ts';

const toText = ({ dimensions, currency, value }: CountedRow) =>
  `${[...Object.values(dimensions), ...(currency ? [currency] : [])].join(' ')} = ${value}`;

/** Lives, and all their events twice over in any order. */
const deliveries = alliances.chain((lives) => {
  const twice = [lives, lives].flat(2);
  return fc.record({ lives: fc.constant(lives), shuffled: fc.shuffledSubarray(twice, { minLength: twice.length }) });
});

test('every figure of alliances is what its definition says when it is computed by hand, however often and in whatever order their events come', async () => {
  await inFolder(async (folder) => {
    const file = await FactsFile.open(folder);
    const intake = await Intake.open(file, read, () => undefined);
    const log = new TopicLog();
    let agencies = 0;
    const wheres = fc.constantFrom<RegionCode>('NO-03', 'CN-331082');
    const property = fc.asyncProperty(deliveries, wheres, allianceQuestions, async ({ lives, shuffled }, where, asked) => {
      // An agency a run: what the runs before it published is in the same file, and out of its sight.
      const id = (agencies += 1);
      const topic = `${where}.agency${id}.projects`;
      const agency = `${where}/agency${id}`;
      const deliver = (events: readonly AllianceEvent[]) =>
        intake.handle(
          log.publish(
            topic,
            0,
            events.map(({ data, ...event }) => publishedEvent(topic, { ...event, data: data.agency ? { ...data, agency } : data })),
          ),
        );
      const rowsAt = (sight: Sight) =>
        file.read(async (connection) => {
          const rows: string[][] = [];
          for (const question of asked) rows.push((await readFigure(connection, question, sight)).map(toText).sort());
          return rows;
        });

      const half = Math.ceil(shuffled.length / 2);
      await deliver(shuffled.slice(0, half));
      const then = { partitions: [{ id, next: BigInt(half) }] };
      const rowsThen = await rowsAt(then);
      await deliver(shuffled.slice(half));

      const rows = await rowsAt({ partitions: [{ id, next: 1_000_000n }] });
      asked.forEach((question, place) => {
        expect({ question, rows: rows[place] }).toEqual({ question, rows: naiveAllianceRows(question, lives, where).sort() });
      });
      expect(await rowsAt(then)).toEqual(rowsThen);
    });
    await fc.assert(property, { numRuns: 25 });
    file.close();
  });
}, 120_000);
