import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** `CN-331082/kjj`: the region's code, then the agency's short name, lower case. */
export const AgencyReference = z.templateLiteral([
  z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,6})?$/),
  '/',
  z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
]);

/** The agencies that one deployment serves, each with its own principal at the broker. */
export const AgenciesFile = z.strictObject({
  agencies: z
    .array(
      z.strictObject({
        ref: AgencyReference,
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
