import type { Service } from '@xietong/kernel';
import type { z } from 'zod';
import { accessMatrix } from '../http/access-matrix.ts';
import { asyncApiOf } from '../http/asyncapi.ts';
import { openApiOf } from '../http/openapi.ts';
import { withSealedJournal } from '../journal/sealed-journal.ts';
import { environmentPage } from './environment-page.ts';
import { eventsPage } from './events-page.ts';

/**
 * What follows from a declaration and is reviewed by people, by the names of the files in the app's `golden` folder:
 * its API, its events, who may do what, and its environment. `settings` are the variables that the app's adapters read.
 */
export function goldenFilesOf(declared: Service, settings: Readonly<Record<string, z.ZodType>> = {}): Record<string, string> {
  const service = withSealedJournal(declared);
  return {
    'access.md': accessMatrix(service),
    'asyncapi.json': json(asyncApiOf(service)),
    'env.md': environmentPage(service, settings),
    'events.md': eventsPage(service),
    'openapi.json': json(openApiOf(service)),
  };
}

const json = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;
