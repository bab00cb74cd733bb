import { commandMix } from './command-mix.ts';
import { figureQueries } from './figure-queries.ts';
import { logInStorm } from './log-in-storm.ts';
import type { Scenario, WaitingScenario } from './scenario.ts';

/** In the order in which they are run: the one that fills the platform comes last. */
export const scenarios: readonly Scenario[] = [figureQueries, logInStorm, commandMix];

export const waitingScenarios: readonly WaitingScenario[] = [
  {
    name: 'partner-flood',
    summary: 'one partner region sends a hundred times its quota while others work as usual',
    waitsFor: 'it waits for federation: there is no door for partners and no quota yet, so that nothing could be throttled',
  },
];
