import { eventsOfProjects } from '@xietong/contracts-projects';
import type { AnyEventDefinition } from '@xietong/kernel';

/** What a context publishes. */
export interface Contract {
  readonly context: string;
  readonly events: readonly AnyEventDefinition[];
}

/** The contexts whose collaborations are counted. Adding one means adding its contract here. */
export const contracts: readonly Contract[] = [{ context: 'projects', events: eventsOfProjects }];
