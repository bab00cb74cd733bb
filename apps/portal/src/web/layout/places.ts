/** A place of the menu. The services decide who may see what; a menu only spares a reader what they would refuse. */
export interface Place {
  readonly path: string;
  readonly name:
    | 'tasks'
    | 'apply'
    | 'reviews'
    | 'inbox'
    | 'board'
    | 'panels'
    | 'overview'
    | 'figures'
    | 'projects'
    | 'workbench'
    | 'publicity'
    | 'parked';
  /** The roles that may open it; every role where absent. */
  readonly roles?: readonly string[];
}

/** Whoever has something to do; the others only read. */
export const rolesWithTasks = ['applicant', 'expert', 'officer', 'director'];
const readersOfFigures = ['analyst', 'director', 'officer', 'auditor'];

const places: readonly Place[] = [
  { path: '/tasks', name: 'tasks', roles: rolesWithTasks },
  { path: '/apply', name: 'apply', roles: ['applicant'] },
  { path: '/reviews', name: 'reviews', roles: ['expert'] },
  { path: '/inbox', name: 'inbox', roles: ['officer', 'director'] },
  { path: '/board', name: 'board', roles: ['officer', 'director'] },
  { path: '/panels', name: 'panels', roles: ['officer', 'director'] },
  { path: '/overview', name: 'overview', roles: readersOfFigures },
  { path: '/figures', name: 'figures', roles: readersOfFigures },
  { path: '/projects', name: 'projects' },
  { path: '/workbench', name: 'workbench' },
  { path: '/publicity', name: 'publicity' },
  { path: '/parked', name: 'parked', roles: ['operator'] },
];

/** The places that someone with these roles may open; the first is where he begins. */
export const placesOf = (roles: readonly string[]): readonly Place[] =>
  places.filter((place) => place.roles === undefined || place.roles.some((role) => roles.includes(role)));

/** The places that are open to whoever has not logged in. */
export const openPlaces: readonly Place[] = places.filter(({ name }) => name === 'publicity');

export const mayReadFigures = (roles: readonly string[]): boolean => placesOf(roles).some(({ name }) => name === 'figures');
