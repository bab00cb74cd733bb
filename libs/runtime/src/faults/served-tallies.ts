// The tally service as a process of its own, to be told to stop in the middle of its work.
import { tallies } from '../commit/testing/tally.ts';
import { run } from '../run.ts';

await run(tallies);
