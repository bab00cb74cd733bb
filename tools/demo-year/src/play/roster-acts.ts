import { addDays } from '@xietong/domain';
import { z } from 'zod';
import { days } from '../plan/moments.ts';
import type { PlannedExpert } from '../plan/experts.ts';
import { cityAgency } from '../platform/year-people.ts';
import { forEach, giveTalent, knownOf, officer, type Stage } from './stage.ts';

const Offered = z.looseObject({ id: z.string(), expert: z.string() });
const pathOf = (stage: Stage, { username }: PlannedExpert, command: string): string =>
  `/v1/experts/${encodeURIComponent(knownOf(stage, `expert ${username}`))}/${command}`;

/** Experts offer themselves to the agency, with where they work and whom they advise. */
export const offerExperts = (stage: Stage): Promise<void> =>
  forEach(stage.plan.roster, async ({ username, fields, employer, advises }) => {
    const since = addDays(days.rosterOpens, -2_000);
    const profile = {
      agency: cityAgency.ref,
      fields,
      affiliations: [{ ...employer, since }],
      relations: advises ? [{ organisation: advises, nature: 'advice', since }] : [],
    };
    const offered = Offered.parse(await giveTalent(stage, username, '/v1/experts', `${username}/register`, profile));
    stage.known.set(`expert ${username}`, offered.id).set(`pseudonym ${username}`, offered.expert);
  });

export const verifyExperts = (stage: Stage): Promise<void> =>
  forEach(stage.plan.roster, (expert) =>
    giveTalent(stage, officer, pathOf(stage, expert, 'verify'), `${expert.username}/verify`, { number: expert.number }),
  );

/** Those who renew for the time given; the others lapse when their term ends. */
export const renewExperts =
  (time: 1 | 2) =>
  (stage: Stage): Promise<void> =>
    forEach(
      stage.plan.roster.filter(({ renewals }) => renewals >= time),
      (expert) => giveTalent(stage, expert.username, pathOf(stage, expert, 'renew'), `${expert.username}/renew-${time}`),
    );
