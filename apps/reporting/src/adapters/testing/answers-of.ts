import type { Actor } from '@xietong/kernel';
import type { Figure } from '../../metrics/figure.ts';
import { figureEvents, figures } from '../../queries.ts';
import { inFolder, read } from '../../testing/facts-folder.ts';
import type { PublishedMessage } from '../../testing/published-events.ts';
import { FactsFile } from '../facts-file/facts-file.ts';
import { answersFrom } from '../figures/answers.ts';
import type { EventPage } from '../figures/read-events.ts';
import { Intake } from '../intake/intake.ts';
import { TopicLog } from './topic-log.ts';

/** Asks as people ask, by address, of facts in which the messages of a topic were read. */
export const answersOf =
  (topic: string, actor: Actor) =>
  (messages: readonly PublishedMessage[], spec: (ask: (address: string) => Promise<Figure & EventPage>) => Promise<void>): Promise<void> =>
    inFolder(async (folder) => {
      const file = await FactsFile.open(folder);
      await (await Intake.open(file, read, () => undefined)).handle(new TopicLog().publish(topic, 0, messages));
      const answers = answersFrom((work) => work(file));
      await spec(async (address) => {
        const url = new URL(address, 'http://reporting');
        const [, metric = '', events] = /^\/v1\/figures\/([^/]+)(\/events)?$/.exec(url.pathname) ?? [];
        const asked = { metric, ...Object.fromEntries(url.searchParams) };
        const answer = events
          ? await answers.figureEvents(figureEvents.input.parse(asked), actor)
          : figures.output.parse(await answers.figures(figures.input.parse(asked), actor));
        return answer as Figure & EventPage;
      });
      file.close();
    });

/** The rows of a figure without their links. */
export const rowsOf = ({ rows }: Figure) => rows.map(({ events: _, ...row }) => row);
