import { join } from 'node:path';
import { goldenFilesOf } from '@xietong/runtime/golden';
import { writeGoldenFiles } from '@xietong/testing';
import { talent } from '../src/talent.ts';

writeGoldenFiles(goldenFilesOf(talent), join(import.meta.dirname, '../golden'));
