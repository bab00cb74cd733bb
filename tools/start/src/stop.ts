import { findPlatform } from './platform-file.ts';
import { stopPlatform } from './platform-run.ts';
import { usualStateDir } from './state-files.ts';

const ran = findPlatform(usualStateDir) !== undefined;
await stopPlatform(usualStateDir);
console.log(ran ? 'Stopped; the data stay in .xietong.' : 'Nothing ran.');
