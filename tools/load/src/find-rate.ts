/** Above this nothing is sought: one process could not send so much, and would find its own limit. */
export const rateMax = 10_000;

/** Rates closer to each other than this part of the lower one are not told apart; nor are those that differ by one. */
export const resolution = 0.05;

/**
 * The highest whole rate at which everything holds, from below and within the resolution, if what holds at a rate holds at every lower one;
 * 0 where it does not hold even once a second. Halves from `from` until it holds, doubles until it does not, and bisects between.
 */
export async function findHighestRate(holds: (rate: number) => Promise<boolean>, from: number): Promise<number> {
  let held = 0;
  let missed = rateMax + 1;
  const ask = async (rate: number): Promise<void> => {
    if (await holds(rate)) held = rate;
    else missed = rate;
  };
  await ask(from);
  while (held === 0 && missed > 1) await ask(Math.floor(missed / 2));
  while (held > 0 && held < rateMax && missed > rateMax) await ask(Math.min(rateMax, held * 2));
  while (missed - held > Math.max(1, held * resolution)) await ask(Math.floor((held + missed) / 2));
  return held;
}
