import { expertEvents } from '@xietong/contracts-talent';
import { type Access, agency, aggregate, command, create, directorOf, officerOf, personAlone, role, theClock } from '@xietong/kernel';
import { z } from 'zod';
import { ChangeProfile, changeProfile } from './decide/change-profile.ts';
import { lapse } from './decide/lapse.ts';
import { Register, register } from './decide/register.ts';
import { Reinstate, reinstate } from './decide/reinstate.ts';
import { Reject, reject } from './decide/reject.ts';
import { renew } from './decide/renew.ts';
import { Suspend, suspend } from './decide/suspend.ts';
import { Verify, verify } from './decide/verify.ts';
import { evolve } from './evolve.ts';
import { profileFaults } from './profile.ts';
import { ExpertState, isOnRoster } from './state.ts';

const nothing = z.strictObject({});
const himself: Access<ExpertState> = {
  words: 'the expert himself',
  roles: ['expert'],
  permits: (actor, s) => actor.kind === 'person' && actor.roles.includes('expert') && actor.id === s.expert,
};
const itsOfficer = officerOf((s: ExpertState) => s.agency);
const itsDirector = directorOf((s: ExpertState) => s.agency);

/** An expert 专家 on the roster of an agency 专家库, with all that conflicts of interest are found by. */
export const Expert = aggregate('expert', {
  state: ExpertState,
  // Where somebody works and what he has shares in is about him, pseudonym or not: whoever reads it says why.
  personal: true,
  events: expertEvents,
  evolve,
  agency: (s) => s.agency,
  audience: (s) => [agency(s.agency), personAlone(s.expert)],
  keys: {
    status: (s) => s.status,
    agency: (s) => s.agency,
    number: (s) => (isOnRoster(s) ? s.number : undefined),
    validUntil: (s) => (isOnRoster(s) ? s.validUntil : undefined),
  },
  tags: {
    field: (s) => [...new Set(s.fields)],
    organisation: (s) => [...new Set([...s.affiliations, ...s.relations].map(({ organisation }) => organisation))],
  },
  due: (s) => (s.status === 'verified' ? { at: s.validUntil, command: 'lapse' } : undefined),
  deadlines: {
    names: ['validUntil'],
    title: (s) => (isOnRoster(s) ? s.number : s.expert),
    of: (s) => (s.status === 'verified' ? [{ name: 'validUntil', at: s.validUntil }] : []),
  },
  commands: {
    register: create(register, {
      input: Register,
      allow: role('expert'),
      id: (_, { id }) => id,
      emits: ['expert.registered'],
      refuses: [...profileFaults],
    }),
    changeProfile: command(changeProfile, {
      input: ChangeProfile,
      allow: himself,
      emits: ['expert.profile-changed'],
      refuses: ['nothing-changed', ...profileFaults, 'conflict-forgotten'],
    }),
    verify: command(verify, { input: Verify, allow: itsOfficer, emits: ['expert.verified'], refuses: ['not-up-for-verification'] }),
    reject: command(reject, { input: Reject, allow: itsOfficer, emits: ['expert.rejected'], refuses: ['not-up-for-verification'] }),
    renew: command(renew, {
      input: nothing,
      allow: himself,
      emits: ['expert.renewed'],
      refuses: ['not-on-roster', 'expert-suspended', 'renewal-too-early'],
    }),
    lapse: command(lapse, { input: nothing, allow: theClock, emits: ['expert.lapsed'], refuses: ['term-running'] }),
    suspend: command(suspend, {
      input: Suspend,
      allow: itsDirector,
      emits: ['expert.suspended'],
      refuses: ['not-on-roster', 'expert-suspended'],
    }),
    reinstate: command(reinstate, {
      input: Reinstate,
      allow: itsDirector,
      emits: ['expert.reinstated', 'expert.lapsed'],
      refuses: ['not-suspended'],
    }),
  },
});
