import { join } from 'node:path';
import { goldenFilesOf } from '@xietong/runtime/golden';
import { writeGoldenFiles } from '@xietong/testing';
import { environmentOfReporting } from '../src/environment.ts';
import { reporting } from '../src/reporting.ts';

writeGoldenFiles(goldenFilesOf(reporting, environmentOfReporting), join(import.meta.dirname, '../golden'));
