import { join } from 'node:path';
import { publishSchemas } from '@xietong/testing';
import { eventsOfTalent } from '../src/index.ts';

publishSchemas(eventsOfTalent, join(import.meta.dirname, '../golden'));
