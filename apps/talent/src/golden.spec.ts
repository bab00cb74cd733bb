import { join } from 'node:path';
import { goldenFilesOf } from '@xietong/runtime/golden';
import { goldenFilesAreCurrent } from '@xietong/testing';
import { talent } from './talent.ts';

goldenFilesAreCurrent('@xietong/talent', goldenFilesOf(talent), join(import.meta.dirname, '../golden'));
