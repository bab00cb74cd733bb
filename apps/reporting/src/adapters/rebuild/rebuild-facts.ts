import type { Bus } from '@xietong/runtime';
import { fromWatermark } from '../../watermark/watermark.ts';
import { type Handover, openGeneration, type Setting } from '../generations/current-facts.ts';
import { beginGeneration, removeGeneration, removeLeftovers } from '../generations/generations.ts';
import type { Verdict } from './judge.ts';
import { claimForRebuild } from './one-rebuild.ts';
import { replay } from './replay.ts';
import { openRunningFacts, type RunningFacts } from './running-facts.ts';

/** Counts everything again into a new file beside the current one, and has the two compared. Rejects while another rebuild is at it. */
export async function rebuildFacts(setting: Setting, bus: Pick<Bus, 'consume'>): Promise<Verdict> {
  const release = await claimForRebuild(setting.folder);
  try {
    const running = await openRunningFacts(setting, bus);
    try {
      return await rebuildBeside(running, setting, bus);
    } finally {
      await running.close();
    }
  } finally {
    release();
  }
}

async function rebuildBeside(running: RunningFacts, setting: Setting, bus: Pick<Bus, 'consume'>): Promise<Verdict> {
  // A service answers one question after the other: one that hands over judges no generation that an earlier rebuild handed over,
  // and so nothing is left behind that is still in use.
  const handover = await running.handOver();
  await removeLeftovers(setting.folder);
  const name = await beginGeneration(setting.folder);
  try {
    await fillGeneration(setting, bus, name, handover);
  } catch (fault) {
    await removeGeneration(setting.folder, name);
    throw fault;
  }
  return running.judge(name, handover.watermark);
}

/** Replays the topics into a generation of its own, at least as far as the watermark, with the decisions at their places, and closes it. */
export async function fillGeneration(
  setting: Setting,
  bus: Pick<Bus, 'consume'>,
  name: string,
  { watermark, decisions }: Handover,
): Promise<void> {
  const rebuilt = await openGeneration(setting, name, decisions);
  try {
    await replay(bus, rebuilt.intake, fromWatermark(watermark));
  } finally {
    await rebuilt.intake.idle();
    rebuilt.file.close();
  }
}

/** What a rebuild found, in sentences for the operator. */
export function describeVerdict({ generation, events, facts, tables, watermark, differences, swapped, leftBehind }: Verdict): string[] {
  return [
    `read ${events} events again, with ${facts} facts, into generation ${generation}`,
    `compared ${tables} tables, every metric of every agency in all its dimensions, at ${watermark}`,
    ...(differences.length === 0
      ? ['no difference']
      : [`${differences.length} differences:`, ...differences.map((difference) => `  ${difference}`)]),
    swapped ? `swapped: generation ${generation} counts from now on` : 'not swapped: the running facts stay as they are',
    ...(leftBehind === undefined ? [] : [`what it replaced could not be removed, and the next rebuild will: ${leftBehind}`]),
  ];
}
