// What ratios 8 and 9 measure: a facts file that grows, and the questions that people ask of it.
import { statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contracts, FactsFile, Intake, messageReader, readFigure, toQuestion, type Sight } from '@xietong/reporting/parts';
import type { IncomingMessage } from '@xietong/runtime';
import { projectEvent } from '../project-events.ts';
import { askedQuestions } from '../questions.ts';
import { answerDriver, sharedNowMs } from './measured-process.ts';

export interface GrowthOrder {
  readonly folder: string;
  readonly projects: number;
}

/** One stretch of growth: what it cost, and what the process and its files hold after it. */
export interface Growth {
  readonly events: number;
  readonly cpuMicrosPerEvent: number;
  readonly seconds: number;
  readonly residentMB: number;
  readonly fileMB: number;
}

const { folder, projects } = JSON.parse(process.env['BENCH_GROWTH'] ?? '') as GrowthOrder;
const agency = 'NO-03.growth';
const topic = `${agency}.projects`;
const partitions = 3;
const stretch = 100_000;
const messagesABatch = 1_500;

const file = await FactsFile.open(folder);
const intake = await Intake.open(file, messageReader(contracts), () => undefined);
const nextOffsets = Array.from({ length: partitions }, () => 0n);
let handled = 0;

function takeBatches(count: number): { partition: number; messages: IncomingMessage[] }[] {
  const batches = Array.from({ length: partitions }, (_, partition) => ({ partition, messages: [] as IncomingMessage[] }));
  for (let n = handled; n < handled + count; n += 1) {
    const { key, value } = projectEvent(n, projects, agency);
    const partition = (n % projects) % partitions;
    const offset = nextOffsets[partition] ?? 0n;
    nextOffsets[partition] = offset + 1n;
    batches[partition]?.messages.push({ offset, key, value: Buffer.from(value), headers: {} });
  }
  handled += count;
  return batches;
}

/** A hundred thousand events more; making them is not counted. */
async function grow(): Promise<Growth> {
  let [cpuMicros, ms] = [0, 0];
  for (let left = stretch; left > 0; left -= messagesABatch) {
    const batches = takeBatches(Math.min(messagesABatch, left));
    const begun = { cpu: process.cpuUsage(), ms: sharedNowMs() };
    await Promise.all(batches.map(({ partition, messages }) => intake.handle({ topic, partition, messages })));
    const { user, system } = process.cpuUsage(begun.cpu);
    cpuMicros += user + system;
    ms += sharedNowMs() - begun.ms;
  }
  return {
    events: handled,
    cpuMicrosPerEvent: cpuMicros / stretch,
    seconds: ms / 1000,
    residentMB: process.memoryUsage.rss() / 1e6,
    fileMB: readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1e6,
  };
}

/** The milliseconds of each of the ten commonest questions, in their order. */
async function ask(): Promise<number[]> {
  const sight: Sight = { partitions: nextOffsets.map((next, partition) => ({ id: partition + 1, next })) };
  const times = [];
  for (const asked of askedQuestions) {
    const question = toQuestion(asked);
    if ('refused' in question) throw new Error(`'${asked.metric}' is refused: ${question.refused}`);
    const begun = performance.now();
    const rows = await file.read((connection) => readFigure(connection, question, sight));
    if (rows.length === 0) throw new Error(`'${asked.metric}' has no row`);
    times.push(performance.now() - begun);
  }
  return times;
}

answerDriver(0, async () => file.close(), { grow, ask });
