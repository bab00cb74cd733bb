import type { ServiceName } from '../../service-names.ts';

/** A service that has deadlines; one whose documents are about persons tells them for a purpose. */
export interface DeadlineSource {
  readonly context: ServiceName;
  readonly isPersonal: boolean;
}

/** All of them; `deadline-sources.spec.ts` holds the list against what the services say of themselves. */
export const deadlineSources: readonly DeadlineSource[] = [
  { context: 'projects', isPersonal: false },
  { context: 'talent', isPersonal: true },
];
