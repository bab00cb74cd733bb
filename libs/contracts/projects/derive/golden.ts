import { join } from 'node:path';
import { publishSchemas } from '@xietong/testing';
import { eventsOfProjects } from '../src/index.ts';

publishSchemas(eventsOfProjects, join(import.meta.dirname, '../golden'));
