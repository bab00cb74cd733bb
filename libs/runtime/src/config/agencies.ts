import { readFileSync } from 'node:fs';
import { AgencyRef } from '@xietong/kernel';
import { z } from 'zod';
import { ConfigFault } from './config-fault.ts';

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

/** Reads and parses the file that `XIETONG_AGENCIES_FILE` names; throws a `ConfigFault` that says what is wrong with it. */
export function readAgencies(file: string): AgenciesFile {
  const parsed = AgenciesFile.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  // Paths only: the file holds passwords.
  throw new ConfigFault(parsed.error.issues.map(({ path, message }) => `XIETONG_AGENCIES_FILE, ${path.join('.')}: ${message}`));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (fault) {
    throw new ConfigFault([`XIETONG_AGENCIES_FILE: ${file} cannot be read as JSON (${fault instanceof Error ? fault.name : 'fault'})`]);
  }
}

/** The topic of an agency's events of one context: `CN-331082.kjj.projects`. */
export function topicOf(agency: string, context: string): string {
  return `${agency.replace('/', '.')}.${context}`;
}

/** Whose a topic is. */
export function agencyOf(topic: string): AgencyRef {
  const [region, agency] = topic.split('.');
  return `${region}/${agency}` as AgencyRef;
}
