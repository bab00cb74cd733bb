import type { Bus } from '@xietong/runtime';
import { setTimeout as delay } from 'node:timers/promises';
import { contracts } from '../../contracts.ts';
import { topicsOf } from '../../watermark/topic.ts';
import type { Position } from '../../watermark/watermark.ts';
import type { Intake } from '../intake/intake.ts';

const pollIntervalMs = 50;
// Longer than Kafka needs to find new leaders. All of it may take as long as there are messages to read.
const silenceMsMaxUnlessGiven = 60_000;

/** The topics of every context that is counted, of every agency. */
export const countedTopics = topicsOf(contracts.map(({ context }) => context));

/** When a replay gives up: as soon as `stopped` says so, or when nothing has come for so long. */
export interface Patience {
  readonly stopped?: AbortSignal;
  readonly silenceMsMax?: number;
}

/** Reads the topics into an intake until it is at least at the target. Rejects when the bus cannot go on, or patience has ended. */
export async function replay(
  bus: Pick<Bus, 'consume'>,
  intake: Intake,
  target: readonly Position[],
  { stopped, silenceMsMax = silenceMsMaxUnlessGiven }: Patience = {},
): Promise<void> {
  const consumption = await bus.consume({
    group: 'reporting.rebuild',
    topics: countedTopics,
    positions: () => intake.positions(),
    handle: (batch) => intake.handle(batch),
  });
  try {
    let lastCame = { messages: 0n, at: performance.now() };
    for (let read = await intake.reached(); !reaches(read, target); read = await intake.reached()) {
      stopped?.throwIfAborted();
      const health = consumption.health();
      if (health.state === 'halted') throw new Error(`the topics cannot be read again: ${health.reason}`);
      const messages = read.reduce((sum, { offset }) => sum + offset, 0n);
      if (messages > lastCame.messages) lastCame = { messages, at: performance.now() };
      if (performance.now() - lastCame.at > silenceMsMax)
        throw new Error(`the topics cannot be read again: nothing came for ${silenceMsMax / 1000} s`);
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
