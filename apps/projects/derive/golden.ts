import { join } from 'node:path';
import { goldenFilesOf } from '@xietong/runtime/golden';
import { writeGoldenFiles } from '@xietong/testing';
import { projects } from '../src/projects.ts';

writeGoldenFiles(goldenFilesOf(projects), join(import.meta.dirname, '../golden'));
