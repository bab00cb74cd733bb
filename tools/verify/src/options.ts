import { parseArgs } from 'node:util';

export const parts = ['unit', 'integration', 'e2e'] as const;
/** What a test needs decides its part: nothing, real engines, or the whole platform. */
export type Part = (typeof parts)[number];

/** The parts that the command line asks for: all of them, or `--only` one. Throws with a sentence for the person at the keyboard. */
export function parsePartsToRun(args: readonly string[]): readonly Part[] {
  const { only } = parseArgs({ args: [...args], options: { only: { type: 'string' } } }).values;
  if (only === undefined) return parts;
  const part = parts.find((known) => known === only);
  if (!part) throw new Error(`--only takes ${parts.join(', ')}, not '${only}'`);
  return [part];
}
