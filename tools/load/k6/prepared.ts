import type { Doors, Keycloak, Tokens } from '../scenarios/doors.ts';
import type { Run } from '../scenarios/scenario.ts';

/** What `setup` tells every iteration. */
export interface Prepared {
  readonly run: Run;
  readonly keycloak: Keycloak;
  readonly doors: Doors;
  readonly tokens: Tokens;
}
