import { parseArgs } from 'node:util';
import { findPlatform } from './platform-file.ts';
import { platformHealth } from './platform-health.ts';
import { renderStatus, toStatus } from './render-status.ts';
import { usualStateDir } from './state-files.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const record = findPlatform(usualStateDir);
if (values.json) console.log(JSON.stringify(toStatus(record), null, 2));
else if (!record) {
  console.log(renderStatus(record, {}));
  process.exitCode = 1;
} else console.log((await platformHealth(record, usualStateDir)).words);
