import { join } from 'node:path';
import { publishSchemas } from '@xietong/testing';
import { projectEvents } from '../src/index.ts';

publishSchemas(projectEvents, join(import.meta.dirname, '../golden'));
