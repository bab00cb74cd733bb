import { downEngines } from '@xietong/engines';
import { enginesDirOf } from './state-files.ts';

/** Stops the engines of a platform's state folder; their data stay. */
export const takeEnginesDown = (stateDir: string): Promise<void> => downEngines({ stateDir: enginesDirOf(stateDir) });
