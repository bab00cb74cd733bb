import { parseArgs } from 'node:util';
import type { Scenario } from '../scenarios/scenario.ts';
import { scenarios, waitingScenarios } from '../scenarios/scenarios.ts';
import { rateMax } from './find-rate.ts';

export interface Options {
  readonly scenarios: readonly Scenario[];
  /** Those of the scenario where they are not given. */
  readonly rate?: number;
  readonly seconds?: number;
  readonly find: boolean;
  /** The portal of a running platform; without it one is started. */
  readonly target?: string;
  readonly write: boolean;
  readonly help: boolean;
}

/** Longer than this no access token lasts. */
const secondsMax = 600;
const probeSeconds = 10;

export const usage = `npm run load -- [options]: requests that arrive at a fixed rate, on a whole platform of its own
  --only <name>     may be repeated:
${[
  ...scenarios.map(({ name, summary }) => `    ${name.padEnd(16)}${summary}`),
  ...waitingScenarios.map(({ name, waitsFor }) => `    ${name.padEnd(16)}not yet: ${waitsFor}`),
].join('\n')}
  --rate <n>        iterations a second, instead of the scenario's own (with --find: where it begins)
  --seconds <n>     how long, instead of the scenario's own (with --find: of each probe, ${probeSeconds})
  --find            finds the highest rate at which every threshold holds
  --target <url>    the portal of a platform that runs already; --only says what it is to bear (tools/load/README.md)
  --write           keeps what was measured in docs/load.md and docs/load.json
  --help`;

/** Reads the command line; throws with a sentence that names the option at fault. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      rate: { type: 'string' },
      seconds: { type: 'string' },
      find: { type: 'boolean', default: false },
      target: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { only, rate, seconds, find, target, write, help } = values;
  if (target !== undefined) checkTarget(target, only, find);
  const asked = seconds ?? (find ? String(probeSeconds) : undefined);
  return {
    scenarios: only === undefined ? scenarios : scenarios.filter(({ name }) => only.map(known).includes(name)),
    ...(rate !== undefined && { rate: wholeNumber('--rate', rate, rateMax) }),
    ...(asked !== undefined && { seconds: wholeNumber('--seconds', asked, secondsMax) }),
    ...(target !== undefined && { target: target.replace(/\/$/, '') }),
    find,
    write,
    help,
  };
}

function checkTarget(target: string, only: readonly string[] | undefined, find: boolean): void {
  if (!URL.canParse(target) || !/^https?:$/.test(new URL(target).protocol))
    throw new Error(`--target ${target}: the address of a portal is wanted`);
  if (only === undefined) throw new Error('--target wants --only: some scenarios leave things behind on that platform');
  if (find) throw new Error('--find goes on until a threshold is missed, so it wants a platform of its own: leave --target out');
}

function known(word: string): string {
  const waiting = waitingScenarios.find(({ name }) => name === word);
  if (waiting) throw new Error(`${word} cannot be run yet: ${waiting.waitsFor}`);
  if (scenarios.some(({ name }) => name === word)) return word;
  throw new Error(`there is no scenario '${word}': ${scenarios.map(({ name }) => name).join(', ')}`);
}

function wholeNumber(option: string, word: string, most: number): number {
  const number = /^[1-9]\d{0,8}$/.test(word) ? Number(word) : Infinity;
  if (number > most) throw new Error(`${option} ${word}: a whole number from 1 to ${most} is wanted`);
  return number;
}
