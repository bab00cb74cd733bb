import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { until } from '@xietong/testing';
import type { Clients } from '../driver/driver.ts';
import { rangesOf, readTopic, toTopicMessage } from '../world/kafka-topic.ts';
import { cloneDir, type ServiceProcess } from '../world/service-process.ts';
import type { World } from '../world/world.ts';
import { type Judgement, judge } from './oracle.ts';
import { readReportingFacts } from './reporting-facts.ts';

export interface Parties {
  readonly driver: Clients;
  readonly projects: readonly ServiceProcess[];
  readonly reporting: ServiceProcess;
  /** Places in the topic where the scenario itself has put a message that no service sent. */
  readonly planted?: readonly { readonly partition: number; readonly offset: bigint }[];
}

/** The judgement of a scenario with what its clients met. */
export interface Conclusion extends Judgement {
  readonly retries: number;
  readonly replays: number;
  readonly unavailable: number;
  readonly broken: number;
}

const restWithinMs = 180_000;

/** Waits until everything has come to rest, ends the services in order, and holds the oracle against what is left, a rebuild included. */
export async function conclude(world: World, { driver, projects, reporting, planted = [] }: Parties): Promise<Conclusion> {
  await driver.stop();
  world.report('everything is answered; waiting until nothing is under way');
  await until('the outboxes are empty', async () => (await world.store.waitingCount()) === 0, restWithinMs);
  await untilReportingHasReadAll(world, reporting);
  const codes = await Promise.all([...projects, reporting].map(async (service) => [service.plan.name, await service.terminate()] as const));

  const isPlanted = placesOf(planted);
  const messages = await readTopic(world.credentials, world.topic);
  const facts = await readReportingFacts(world.dataDir, world.topic);
  const judgement = judge({
    acknowledgements: driver.acknowledgements(),
    journal: await world.store.journal(),
    documents: await world.store.documents(),
    topic: messages.filter((message) => !isPlanted(message)).map((message) => toTopicMessage(world.topic, message)),
    applied: facts.applied,
    parked: facts.parked.filter((place) => !isPlanted(place)),
  });
  const { answers, retries, replays, refusals } = driver.tally;
  return {
    ...judgement,
    findings: [
      ...judgement.findings,
      ...(facts.waiting === 0 ? [] : [`${facts.waiting} events wait in reporting for one that never came`]),
      ...refusals.map((refusal) => `a sound command was refused: ${refusal}`),
      ...Object.keys(answers)
        .filter((status) => status.startsWith('5') && status !== '503')
        .map((status) => `${answers[status]} requests were answered ${status}`),
      ...codes.filter(([, code]) => code !== 0).map(([name, code]) => `${name} was asked to end and ended with ${code}`),
      ...(await rebuildDifferences(reporting)),
    ],
    retries,
    replays,
    unavailable: answers['503'] ?? 0,
    broken: answers['no answer'] ?? 0,
  };
}

function placesOf(places: NonNullable<Parties['planted']>): (place: { partition: number; offset: bigint }) => boolean {
  const planted = new Set(places.map(({ partition, offset }) => `${partition}/${offset}`));
  return ({ partition, offset }) => planted.has(`${partition}/${offset}`);
}

/** Resolves when a figure's watermark says that every message of the topic has been counted. */
export async function untilReportingHasReadAll(world: World, reporting: ServiceProcess): Promise<void> {
  const ranges = await rangesOf(world.credentials, world.topic);
  const hasReadAll = async (): Promise<boolean> => {
    const offsets = await readOffsets(world, reporting);
    return ranges.every(({ partition, end }) => (offsets[partition] ?? 0n) >= end);
  };
  await until('reporting has read all of the topic', hasReadAll, restWithinMs);
}

/** The next offset of each partition that reporting has not counted, as a figure's watermark tells. */
async function readOffsets({ topic, token }: World, { url }: ServiceProcess): Promise<bigint[]> {
  const response = await fetch(`${url}/v1/figures/projects`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`reporting answers ${response.status}: ${await response.text()}`);
  const { watermark } = (await response.json()) as { watermark: string };
  const own = watermark.split(',').find((part) => part.startsWith(`${topic}:`));
  return (own?.slice(topic.length + 1).split('.') ?? []).map(BigInt);
}

/** Counts every figure again from the topic's beginning, in a process of its own, and says how that differs. */
async function rebuildDifferences({ plan }: ServiceProcess): Promise<string[]> {
  const file = join(cloneDir, 'apps', 'reporting', 'src', 'rebuild.ts');
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...plan.environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return code === 0 ? [] : [`the rebuild gives other figures, or none: ${output}${errors}`];
}
