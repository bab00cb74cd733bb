import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishSchemas } from '@xietong/testing';
import { journalEvents } from '../src/journal/sealed-journal.ts';
import { telemetryPage } from '../src/reference/telemetry-page.ts';

publishSchemas(journalEvents, join(import.meta.dirname, '../golden'));
writeFileSync(join(import.meta.dirname, '../../../docs/telemetry.md'), await telemetryPage());
