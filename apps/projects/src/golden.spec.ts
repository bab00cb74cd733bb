import { join } from 'node:path';
import { goldenFilesOf } from '@xietong/runtime/golden';
import { goldenFilesAreCurrent } from '@xietong/testing';
import { projects } from './projects.ts';

goldenFilesAreCurrent('@xietong/projects', goldenFilesOf(projects), join(import.meta.dirname, '../golden'));
