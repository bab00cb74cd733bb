import { parseArgs } from 'node:util';
import { findPlatform } from './platform-file.ts';
import { platformHealth } from './platform-health.ts';
import { renderStatus, toStatus } from './render-status.ts';
import { usualStateDir } from './state-files.ts';

const record = findPlatform(usualStateDir);
if (wantsJson()) console.log(JSON.stringify(toStatus(record), null, 2));
else console.log(record ? (await platformHealth(record, usualStateDir)).words : renderStatus(record, {}));
if (!record) process.exitCode = 1;

function wantsJson(): boolean {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch (fault) {
    console.error(`${fault instanceof Error ? fault.message : String(fault)}\nnpm run status -- [--json]: what runs, and where`);
    // EX_USAGE of sysexits.h.
    process.exit(64);
  }
}
