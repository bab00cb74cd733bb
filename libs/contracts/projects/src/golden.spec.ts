import { join } from 'node:path';
import { contractStaysReadable } from '@xietong/testing';
import { projectEvents } from './index.ts';

contractStaysReadable('projects', projectEvents, join(import.meta.dirname, '../golden'));
