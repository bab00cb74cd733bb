/** Throws, in a sentence, for a seed that cannot be part of the keys under which the year's commands are remembered. */
export function checkSeed(seed: string): void {
  if (!/^[A-Za-z0-9._-]{1,40}$/.test(seed)) throw new Error('a seed is up to 40 letters, digits, dots, hyphens and underscores');
}
