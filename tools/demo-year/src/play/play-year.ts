import { at, days } from '../plan/moments.ts';
import type { Stage } from './stage.ts';
import { type Act, year } from './year.ts';

export interface Playing {
  /** Called before each act; all acts of the year are `acts`. */
  readonly onAct?: (act: Act, place: number, acts: number) => void;
}

/**
 * Plays the year: moves the clock from act to act, and lets it run on at the end. Whoever plays it again, on a platform on which it was played
 * whole or in part, changes nothing that is there: every command has its key, and the clock never goes back.
 */
export async function playYear(stage: Stage, { onAct }: Playing = {}): Promise<void> {
  for (const [place, act] of year.entries()) {
    onAct?.(act, place, year.length);
    await stage.clock.moveTo(act.at);
    await act.play(stage);
  }
  await stage.clock.moveTo(at(days.ends));
  await stage.clock.release();
}
