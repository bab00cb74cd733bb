import { findMetric } from '../../metrics/catalogue.ts';
import type { Question } from '../../metrics/question.ts';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { published } from '../../testing/published-events.ts';
import { readInParts } from '../../testing/stated-in-parts.ts';
import { readEvents } from '../figures/read-events.ts';
import { readFigure } from '../figures/read-figure.ts';
import { Intake } from '../intake/intake.ts';
import { readFingerprint } from '../rebuild/fingerprint.ts';
import { sightOf } from '../testing/figures-of.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { FactsFile } from './facts-file.ts';

const topic = 'NO-03.rcn.projects';
const statement = (version: number, year: number, amount: number, project = '1') =>
  published(topic, {
    project,
    version,
    signedOn: `${year}-03-31`,
    participants: [
      { region: 'NO-03', lead: true, amount },
      { region: 'NO-50', amount: 1 },
    ],
  });

function question(id: string, by: Question['by']): Question {
  const metric = findMetric(id);
  if (!metric) throw new Error(`no metric '${id}'`);
  return { metric, by, filters: {} };
}
const amounts = question('pair-amount', ['year']);

/** The amount of each year, which what stands and the history must agree on. */
const amountsOf = (file: FactsFile) =>
  file.read(async (connection) => {
    const standing = await readFigure(connection, amounts, sightOf([1]), 'standing');
    expect(await readFigure(connection, amounts, sightOf([1]), 'history')).toEqual(standing);
    return Object.fromEntries(standing.map(({ dimensions, value }) => [dimensions.year, value]));
  });

async function opened(folder: string) {
  const file = await FactsFile.open(folder);
  return { file, intake: await Intake.open(file, readInParts, () => undefined) };
}

test('the newest statement of one part leaves the other parts as they stand, in one flush and in several', () =>
  inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const log = new TopicLog();
    await intake.handle(log.publish(topic, 0, [statement(1, 2019, 10), statement(2, 2020, 20), statement(3, 2019, 30)]));
    expect(await amountsOf(file)).toEqual({ 2019: 31n, 2020: 21n });
    await intake.handle(log.publish(topic, 0, [statement(4, 2020, 40)]));
    expect(await amountsOf(file)).toEqual({ 2019: 31n, 2020: 41n });
    file.close();
  }));

test('a part is the same part after the next start, and what stands is made anew with it', () =>
  inFolder(async (folder) => {
    const first = await opened(folder);
    const log = new TopicLog();
    await first.intake.handle(log.publish(topic, 0, [statement(1, 2019, 10), statement(2, 2020, 20), statement(1, 2019, 5, '2')]));
    first.file.close();
    const { file, intake } = await opened(folder);
    expect(await amountsOf(file)).toEqual({ 2019: 17n, 2020: 21n });
    await intake.handle(log.publish(topic, 0, [statement(3, 2019, 30), statement(4, 2021, 40)]));
    expect(await amountsOf(file)).toEqual({ 2019: 37n, 2020: 21n, 2021: 41n });
    file.close();
  }));

test('a figure opens to the newest event of each part', () =>
  inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    await intake.handle(
      new TopicLog().publish(topic, 0, [
        statement(1, 2019, 10),
        statement(2, 2020, 20),
        statement(3, 2019, 30),
        statement(1, 2019, 5, '2'),
      ]),
    );
    const { items } = await file.read((connection) =>
      readEvents(file, connection, question('projects', []), { partitions: [{ id: 1, next: 4n }] }, { after: undefined, limit: 10 }),
    );
    expect(items.map(({ event }) => event.id)).toEqual(['project/NO-03.rcn.1/2', 'project/NO-03.rcn.1/3', 'project/NO-03.rcn.2/1']);
    file.close();
  }));

test('a comparison counts the facts of parts, and tells a file that knows parts from one that does not', () =>
  inFolder(async (folder) => {
    const printOf = async (name: string, reader: typeof read) => {
      const file = await FactsFile.open(`${folder}/${name}`);
      const intake = await Intake.open(file, reader, () => undefined);
      await intake.handle(new TopicLog().publish(topic, 0, [statement(1, 2019, 10), statement(2, 2020, 20)]));
      const print = await file.read((connection) => readFingerprint(connection, sightOf([1])));
      file.close();
      return print;
    };
    const [inParts, again, whole] = [
      await printOf('parts', readInParts),
      await printOf('again', readInParts),
      await printOf('whole', read),
    ];
    expect(inParts).toMatchObject({ events: 2, facts: 4 });
    expect(again).toEqual(inParts);
    expect(whole.text).not.toBe(inParts.text);
  }));
