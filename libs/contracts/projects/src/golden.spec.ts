import { join } from 'node:path';
import { contractStaysReadable } from '@xietong/testing';
import { eventsOfProjects } from './index.ts';

contractStaysReadable('projects', eventsOfProjects, join(import.meta.dirname, '../golden'));
