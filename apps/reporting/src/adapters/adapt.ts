import { type Adapters, type Batch, type Engines, traceparentsIn } from '@xietong/runtime';
import { answersFrom } from './figures/answers.ts';
import { CurrentFacts } from './generations/current-facts.ts';
import { factsDesk } from './parking/facts-desk.ts';
import { consumer, tallyParked } from './parking/parked-messages.ts';
import { countedTopics } from './rebuild/replay.ts';
import { answerRebuilds } from './rebuild/running-facts.ts';
import { settingOf } from './setting.ts';

/** What the declaration cannot say: the facts file, who fills it, and who answers from it. */
export async function adapt({ bus, log, tracing }: Engines): Promise<Adapters> {
  const facts = await CurrentFacts.open(settingOf(process.env, log, tracing));
  const stopAnsweringRebuilds = await answerRebuilds(facts, bus, (err) => log.error({ err }, 'a rebuild could not be answered'));
  const handle = (batch: Batch): Promise<void> =>
    tracing.span(
      'consume',
      {
        links: () => traceparentsIn(batch.messages),
        attributes: { context: 'reporting', consumer, topic: batch.topic, messages: batch.messages.length },
      },
      (traceparent) => facts.handle(batch, traceparent),
    );
  return {
    answers: answersFrom((work) => facts.read(work)),
    consumers: [{ name: consumer, group: 'reporting.facts', topics: countedTopics, positions: () => facts.positions(), handle }],
    consumed: async () => {
      const { events: applied, waiting, parked } = await facts.counts();
      return { [consumer]: { applied, waiting, parked } };
    },
    parked: () => facts.read((file) => file.read(tallyParked)),
    parking: factsDesk(facts),
    stop: async () => {
      await stopAnsweringRebuilds();
      await facts.close();
    },
  };
}
