import { join } from 'node:path';
import { publishSchemas } from '@xietong/testing';
import { journalEvents } from '../src/journal/sealed-journal.ts';

publishSchemas(journalEvents, join(import.meta.dirname, '../golden'));
