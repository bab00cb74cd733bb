import { z } from 'zod';
import { doorsOf } from '../scenarios/doors.ts';
import { agencyFrom, loginFrom } from '../scenarios/principals.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { LoadedPlatform } from './platform.ts';

const Configuration = z.object({ keycloak: z.object({ url: z.url(), realm: z.string() }) });

type Environment = Readonly<Record<string, string | undefined>>;

/** A platform that runs already, by its portal's address. Throws, before anything is sent, where the environment lacks what the scenarios need. */
export async function runningPlatform(
  portal: string,
  scenarios: readonly Scenario[],
  environment: Environment,
  { fetch }: { readonly fetch: (url: string) => Promise<Response> } = globalThis,
): Promise<LoadedPlatform> {
  const needed = new Set(scenarios.flatMap(({ principals }) => principals));
  for (const principal of needed) loginFrom(principal, environment);
  const agency = needed.has('officer') ? agencyFrom(environment) : '';
  const response = await fetch(`${portal}/config.json`).catch((fault: unknown) => {
    throw new Error(`${portal} does not answer`, { cause: fault });
  });
  const configuration = Configuration.safeParse(response.ok ? await response.json() : undefined);
  if (!configuration.success) throw new Error(`${portal} is no portal: its /config.json answers ${response.status} and names no Keycloak`);
  return {
    doors: doorsOf(portal, configuration.data.keycloak),
    agency,
    loginOf: (principal) => loginFrom(principal, environment),
    // Others work there as well: it is never quiet.
    untilQuiet: () => Promise.resolve(),
  };
}
