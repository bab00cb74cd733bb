import { runRebuild } from './adapters/rebuild/run-rebuild.ts';

await runRebuild();
