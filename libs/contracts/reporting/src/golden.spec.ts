import { join } from 'node:path';
import { contractStaysReadable } from '@xietong/testing';
import { eventsOfReporting } from './index.ts';

contractStaysReadable('reporting', eventsOfReporting, join(import.meta.dirname, '../golden'));
