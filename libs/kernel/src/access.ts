import type { Actor, AgencyRef, Role } from './actor.ts';

/** What the access matrix and the API description say of who may do a thing. */
export interface AccessWords {
  readonly words: string;
  /** The roles that are let as far as the ownership check; empty for what no person may do. */
  readonly roles: readonly Role[];
}

/** Who may give a command or ask a query. */
export interface Access<in State> extends AccessWords {
  permits(actor: Actor, state: State): boolean;
}

/** A person with one of the roles, whatever the document. */
export function role(...allowed: [Role, ...Role[]]): Access<unknown> {
  return { words: allowed.join(' or '), roles: allowed, permits: (actor) => holds(actor, allowed) };
}

/** An officer of the agency that the document names, or of one of them: `officerOf((s) => s.registrar)`. */
export function officerOf<State>(owner: (state: State) => AgencyRef | readonly AgencyRef[]): Access<State> {
  return roleOfAgency('officer', owner);
}

/** A director of the agency that the document names. */
export function directorOf<State>(owner: (state: State) => AgencyRef): Access<State> {
  return roleOfAgency('director', owner);
}

/** An applicant who acts for one of the organisations that the document names. */
export function applicantOf<State>(owners: (state: State) => readonly string[]): Access<State> {
  return {
    words: `applicant of ${pathOf(owners)}`,
    roles: ['applicant'],
    permits: (actor, state) => holds(actor, ['applicant']) && actor.org !== undefined && owners(state).includes(actor.org),
  };
}

/** Either of two. */
export function either<State>(one: Access<State>, other: Access<State>): Access<State> {
  return {
    words: `${one.words}, or ${other.words}`,
    roles: [...new Set([...one.roles, ...other.roles])],
    permits: (actor, state) => one.permits(actor, state) || other.permits(actor, state),
  };
}

/** The deadline job alone: such a command has no route. */
export const theClock: Access<unknown> = { words: 'the clock', roles: [], permits: (actor) => actor.kind === 'clock' };

/** A reaction to another context's event alone: such a command has no route. */
export const aReaction: Access<unknown> = { words: 'a reaction', roles: [], permits: (actor) => actor.kind === 'reaction' };

function roleOfAgency<State>(name: Role, owner: (state: State) => AgencyRef | readonly AgencyRef[]): Access<State> {
  return {
    words: `${name} of ${pathOf(owner)}`,
    roles: [name],
    permits: (actor, state) => holds(actor, [name]) && actor.agency !== undefined && [owner(state)].flat().includes(actor.agency),
  };
}

const holds = (actor: Actor, allowed: readonly Role[]): boolean =>
  actor.kind === 'person' && allowed.some((name) => actor.roles.includes(name));

// The property that a selector reads first, so that the access matrix names the owner and nobody writes it twice.
function pathOf<State>(selector: (state: State) => unknown): string {
  return /^\(?\s*(\w+)\s*\)?\s*=>\s*\1\.(\w+)/.exec(selector.toString())?.[2] ?? 'its owner';
}
