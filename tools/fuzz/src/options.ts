import { parseArgs } from 'node:util';

export interface Options {
  readonly only: readonly string[];
  readonly examples: number;
  readonly seconds?: number;
  readonly seed: number;
  readonly help: boolean;
}

export const usage = `npm run fuzz -- [options]: asks every route of every service what its OpenAPI document allows, and what it does not
  --only <service>  fuzzes one service; may be repeated
  --examples <n>    requests for each route and phase (default 50)
  --seconds <n>     stops after so long for each service
  --seed <n>        decides every request; a logged one gives the same requests again
  --help`;

/** Reads the command line; throws with a sentence that names the option at fault. `known` are the services there are. */
export function parseOptions(args: readonly string[], known: readonly string[], usualSeed: number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [...known] },
      examples: { type: 'string', default: '50' },
      seconds: { type: 'string' },
      seed: { type: 'string', default: String(usualSeed) },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`there is no service ${unknown}: the services are ${known.join(', ')}`);
  return {
    only: values.only,
    examples: wholeNumber('--examples', values.examples),
    ...(values.seconds === undefined ? {} : { seconds: wholeNumber('--seconds', values.seconds) }),
    seed: wholeNumber('--seed', values.seed),
    help: values.help,
  };
}

function wholeNumber(option: string, word: string): number {
  if (!/^[1-9]\d{0,8}$/.test(word)) throw new Error(`${option} ${word}: a whole number from 1 on is wanted`);
  return Number(word);
}
