import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@xietong/testing';
import { conclude } from '../oracle/conclude.ts';
import { type AnswerCutter, startAnswerCutter } from '../proxy/answer-cutter.ts';
import { renamedPort } from '../proxy/kafka-addresses.ts';
import type { Scenario } from '../scenario.ts';
import { readMetric } from '../world/read-metric.ts';
import type { World } from '../world/world.ts';

const killsEach = 4;
/** A short cut is ridden out by the client of Kafka, whose repeats the broker knows; after a long one the relay itself sends again. */
const longEvery = 4;

/** Keeps the answers of MongoDB and of Kafka from the projects service: its writes are carried out, and it cannot know. */
export const answersCut: Scenario = {
  number: 5,
  sentence: 'with only the acknowledgements of MongoDB or Kafka cut off nothing is lost, and what comes again changes nothing',
  async run(world) {
    const { mongo, kafka } = await cuttersOf(world);
    try {
      const projects = await world.service('projects', {
        environment: {
          // The driver would follow the replica set's own address past the proxy.
          XIETONG_MONGO_URL: `mongodb://127.0.0.1:${mongo.port}/?directConnection=true`,
          XIETONG_KAFKA_BROKERS: `127.0.0.1:${kafka.port}`,
        },
      });
      const reporting = await world.service('reporting');
      await Promise.all([projects.start(), reporting.start()]);
      const driver = world.drive({ door: () => projects.url });
      driver.start();
      await cutAgainAndAgain(world, mongo, kafka, projects.url);
      await projects.untilReady();
      const { findings, duplicates, retries, replays, ...seen } = await conclude(world, { driver, projects: [projects], reporting });
      return {
        findings,
        bites: {
          'connections that missed an answer of MongoDB': mongo.bereft,
          'of Kafka': kafka.bereft,
          'requests sent again': retries,
          'answers repeated': replays,
          duplicates,
        },
        mustBite: ['connections that missed an answer of MongoDB', 'of Kafka', 'duplicates'],
        figures: { acknowledged: seen.acknowledged, events: seen.events, applied: seen.applied },
      };
    } finally {
      await Promise.all([mongo.close(), kafka.close()]);
    }
  },
};

async function cuttersOf({ stage }: World): Promise<{ mongo: AnswerCutter; kafka: AnswerCutter }> {
  const { mongo, kafka } = stage.engines;
  const kafkaPort = Number(kafka.brokers[0]?.split(':')[1]);
  return {
    mongo: await startAnswerCutter(Number(new URL(mongo.url).port)),
    kafka: await startAnswerCutter(kafkaPort, (ownPort) => () => renamedPort(kafkaPort, ownPort)),
  };
}

async function cutAgainAndAgain({ stage, random }: World, mongo: AnswerCutter, kafka: AnswerCutter, url: string): Promise<void> {
  const blows = random.fork('blows');
  const cuts = Math.max(6, Math.ceil(stage.kills / killsEach));
  for (let cut = 1; cut <= cuts; cut += 1) {
    const victim = cut % 2 === 0 ? mongo : kafka;
    await pause(blows.whole(1_000));
    const before = await giveUpsOf(url);
    victim.cut();
    if (cut % longEvery === 1) await until('the client of Kafka gives up', async () => (await giveUpsOf(url)) > before, 60_000);
    else await pause(50 + blows.whole(450));
    victim.mend();
    if (cut % 10 === 0) stage.report(`answers cut off ${cut} of ${cuts} times`);
  }
}

/** How often the relay was told that its events were not taken. */
const giveUpsOf = (url: string): Promise<number> => readMetric(url, 'xietong_faults_total', 'the broker does not take them');
