import { readFileSync } from 'node:fs';
import { AgencyRef } from '@xietong/kernel';
import { z } from 'zod';

/** The agencies that one deployment serves, each with its own principal at the broker. */
export const AgenciesFile = z.strictObject({
  agencies: z
    .array(
      z.strictObject({
        ref: AgencyRef,
        name: z.strictObject({ zh: z.string(), en: z.string() }),
        kafka: z.strictObject({ username: z.string(), password: z.string() }),
      }),
    )
    .min(1),
});
export type AgenciesFile = z.output<typeof AgenciesFile>;
export type Agency = AgenciesFile['agencies'][number];

/** Reads and parses the file that `XIETONG_AGENCIES_FILE` names; throws a ZodError naming each fault. */
export function readAgencies(file: string): AgenciesFile {
  return AgenciesFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The topic of an agency's events of one context: `CN-331082.kjj.projects`. */
export function topicOf(agency: string, context: string): string {
  return `${agency.replace('/', '.')}.${context}`;
}
