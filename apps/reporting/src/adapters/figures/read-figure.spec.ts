import fc from 'fast-check';
import type { CountedRow } from '../../metrics/figure.ts';
import { histories, questions } from '../../testing/arbitrary-history.ts';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { naiveRows } from '../../testing/naive-figures.ts';
import { published } from '../../testing/published-events.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { FactsFile } from '../facts-file/facts-file.ts';
import { Intake } from '../intake/intake.ts';
import { readFigure } from './read-figure.ts';

const toText = ({ dimensions, currency, value }: CountedRow) =>
  `${[...Object.values(dimensions), ...(currency ? [currency] : [])].join(' ')} = ${value}`;

test('every metric, however it is broken down and narrowed, is what its definition says when it is computed by hand', async () => {
  await inFolder(async (folder) => {
    const file = await FactsFile.open(folder);
    const intake = await Intake.open(file, read, () => undefined);
    const log = new TopicLog();
    let agencies = 0;
    const property = fc.asyncProperty(histories, questions, async (history, asked) => {
      // An agency a run: what the runs before it published is in the same file, and out of its sight.
      const id = (agencies += 1);
      const topic = `NO-03.agency${id}.projects`;
      await intake.handle(
        log.publish(
          topic,
          0,
          history.flat().map((event) => published(topic, event)),
        ),
      );
      const newest = history.flatMap((statements) => statements.at(-1) ?? []);
      await file.read(async (connection) => {
        for (const question of asked) {
          const rows = await readFigure(connection, question, { partitions: [{ id, next: 1_000_000n }] });
          expect({ question, rows: rows.map(toText).sort() }).toEqual({ question, rows: naiveRows(question, newest).sort() });
        }
      });
    });
    await fc.assert(property, { numRuns: 40 });
    file.close();
  });
}, 60_000);
