import { join } from 'node:path';
import { publishSchemas } from '@xietong/testing';
import { eventsOfReporting } from '../src/index.ts';

publishSchemas(eventsOfReporting, join(import.meta.dirname, '../golden'));
