import fc from 'fast-check';
import type { CountedRow } from '../../metrics/figure.ts';
import type { Sight } from '../../metrics/side-source.ts';
import { type ProgrammeEvent, programmeQuestions, programmes } from '../../testing/arbitrary-programme.ts';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { naiveProgrammeRows } from '../../testing/naive-programme.ts';
import { publishedEvent } from '../../testing/published-events.ts';
import { FactsFile } from '../facts-file/facts-file.ts';
import { Intake } from '../intake/intake.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { readFigure } from './read-figure.ts';

const toText = ({ dimensions, currency, value }: CountedRow) =>
  `${[...Object.values(dimensions), ...(currency ? [currency] : [])].join(' ')} = ${value}`;

/** Lives, and all their events three times over in any order. */
const deliveries = programmes.chain((lives) => {
  const thrice = [lives, lives, lives].flat(2);
  return fc.record({ lives: fc.constant(lives), shuffled: fc.shuffledSubarray(thrice, { minLength: thrice.length }) });
});

test('every figure of a programme is what its definition says when it is computed by hand, however its events come', async () => {
  await inFolder(async (folder) => {
    const file = await FactsFile.open(folder);
    const intake = await Intake.open(file, read, () => undefined);
    const log = new TopicLog();
    let agencies = 0;
    const property = fc.asyncProperty(
      deliveries,
      fc.constantFrom('NO-03', 'CN-331082'),
      programmeQuestions,
      async (delivery, where, asked) => {
        const id = (agencies += 1);
        const topic = `${where}.agency${id}.projects`;
        const batch = (events: readonly ProgrammeEvent[]) =>
          log.publish(
            topic,
            0,
            events.map((event) => publishedEvent(topic, event)),
          );
        const rowsAt = (sight: Sight) =>
          file.read(async (connection) => {
            const rows: string[][] = [];
            for (const question of asked) rows.push((await readFigure(connection, question, sight)).map(toText).sort());
            return rows;
          });

        const half = Math.ceil(delivery.shuffled.length / 2);
        await intake.handle(batch(delivery.shuffled.slice(0, half)));
        const then = { partitions: [{ id, next: BigInt(half) }] };
        const rowsThen = await rowsAt(then);
        await intake.handle(batch(delivery.shuffled.slice(half)));

        const lives = delivery.lives.map((events, life) => ({ id: String(life), events, agencyRegion: where }));
        const rows = await rowsAt({ partitions: [{ id, next: 1_000_000n }] });
        asked.forEach((question, place) => {
          expect({ question, rows: rows[place] }).toEqual({ question, rows: naiveProgrammeRows(question, lives).sort() });
        });
        expect(await rowsAt(then)).toEqual(rowsThen);
      },
    );
    await fc.assert(property, { numRuns: 60 });
    file.close();
  });
}, 120_000);
