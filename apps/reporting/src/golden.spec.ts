import { join } from 'node:path';
import { goldenFilesOf } from '@xietong/runtime/golden';
import { goldenFilesAreCurrent } from '@xietong/testing';
import { environmentOfReporting } from './environment.ts';
import { reporting } from './reporting.ts';

goldenFilesAreCurrent('@xietong/reporting', goldenFilesOf(reporting, environmentOfReporting), join(import.meta.dirname, '../golden'));
