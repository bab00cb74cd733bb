import type { Bus } from '@xietong/runtime';
import { setTimeout as delay } from 'node:timers/promises';
import { contracts } from '../../contracts.ts';
import { topicsOf } from '../../watermark/topic.ts';
import type { Position } from '../../watermark/watermark.ts';
import type { Intake } from '../intake/intake.ts';

const pollIntervalMs = 50;

/** The topics of every context that is counted, of every agency. */
export const countedTopics = topicsOf(contracts.map(({ context }) => context));

/** Reads the topics into an intake until it is at least at the target. Rejects when the bus cannot go on. */
export async function replay(bus: Pick<Bus, 'consume'>, intake: Intake, target: readonly Position[]): Promise<void> {
  const consumption = await bus.consume({
    group: 'reporting.rebuild',
    topics: countedTopics,
    positions: () => intake.positions(),
    handle: (batch) => intake.handle(batch),
  });
  try {
    while (!reaches(await intake.positions(), target)) {
      const health = consumption.health();
      if (health.state === 'halted') throw new Error(`the topics cannot be read again: ${health.reason}`);
      await delay(pollIntervalMs);
    }
  } finally {
    await consumption.stop();
  }
}

function reaches(positions: readonly Position[], target: readonly Position[]): boolean {
  const read = new Map(positions.map(({ topic, partition, offset }) => [`${topic}/${partition}`, offset]));
  return target.every(({ topic, partition, offset }) => (read.get(`${topic}/${partition}`) ?? 0n) >= offset);
}
