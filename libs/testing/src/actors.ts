import type { Actor, AgencyRef, Role } from '@xietong/kernel';

/** A person with one role, of an agency or of an organisation. */
export function person(role: Role, of: { agency?: AgencyRef; org?: string } = {}): Actor {
  const place = of.agency ?? of.org ?? 'nowhere';
  return { id: `${role} of ${place}`, kind: 'person', roles: [role], ...of };
}

/** An officer of the agency: `officer('NO-03/rcn')`. */
export const officer = (agency: AgencyRef): Actor => person('officer', { agency });

/** A director of the agency. */
export const director = (agency: AgencyRef): Actor => person('director', { agency });

/** Somebody who acts for an organisation: `applicant('NO-ORGNR:919303808')`. */
export const applicant = (org: string): Actor => person('applicant', { org });

/** The deadline job. */
export const clock = (): Actor => ({ id: 'clock', kind: 'clock', roles: [] });

/** What gives commands on an event of the agency. */
export const reaction = (agency: AgencyRef): Actor => ({ id: 'reaction', kind: 'reaction', roles: [], agency });
