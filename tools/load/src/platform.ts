import type { Doors } from '../scenarios/doors.ts';
import type { Login } from '../scenarios/principals.ts';
import type { Principal } from '../scenarios/scenario.ts';

/** A platform under load, as the outside sees it. */
export interface LoadedPlatform {
  readonly doors: Doors;
  /** The officer's agency as ids of projects begin, `NO-03.inn`. */
  readonly agency: string;
  loginOf(principal: Principal): Login;
  /** Resolves once nothing of an earlier load waits any more. */
  untilQuiet(): Promise<void>;
}
