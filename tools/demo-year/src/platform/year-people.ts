import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { EngineAddresses } from '@xietong/engines';
import { type DemoAgency, demoAgencies, type DemoPerson, provisionPeople } from '@xietong/start';
import { findStateFile, writeStateFile } from '@xietong/start/state-files';
import { z } from 'zod';
import type { YearPlan } from '../plan/plan-year.ts';

const Passwords = z.record(z.string(), z.string());

/** The agency whose year it is: the science bureau of the city that calls. */
export const cityAgency: DemoAgency = (() => {
  const found = demoAgencies.find(({ ref }) => ref === 'CN-331082/kjj');
  if (!found) throw new Error('the demonstration has no agency CN-331082/kjj');
  return found;
})();

/** Who acts in the year beside the demonstration's own people: an applicant of every organisation, and the experts. */
export function yearPeople({ organisations, acceptors, roster }: YearPlan): DemoPerson[] {
  return [
    ...[...organisations, ...acceptors].map(({ username, id, name }): DemoPerson => ({
      username,
      role: 'applicant',
      agency: { ...cityAgency, applicantFor: id },
      name: { first: '申报人', last: name },
    })),
    ...roster.map(({ username, name }): DemoPerson => ({ username, role: 'expert', agency: cityAgency, name })),
  ];
}

const passwordsFileOf = (stateDir: string): string => join(stateDir, 'year-people-passwords.json');

/** Makes the people of the year in the platform's own Keycloak; answers their passwords, made by chance at the first run. */
export async function provisionYear(
  plan: YearPlan,
  keycloak: EngineAddresses['keycloak'],
  stateDir: string,
): Promise<Readonly<Record<string, string>>> {
  const people = yearPeople(plan);
  const kept = findStateFile(passwordsFileOf(stateDir), Passwords) ?? {};
  const passwords = Object.fromEntries(people.map(({ username }) => [username, kept[username] ?? randomBytes(12).toString('base64url')]));
  writeStateFile(passwordsFileOf(stateDir), passwords);
  await provisionPeople(keycloak, { people, passwords, stampFile: join(stateDir, 'year-people.json') });
  return passwords;
}
