import { join } from 'node:path';
import { usualStateDir } from '@xietong/start/state-files';

/** Where the demonstration of the year keeps all of its own: beside the data of `npm start`, which it never touches. */
export const yearStateDir = join(usualStateDir, 'demo-year');
