import {
  reviewAccepted,
  reviewConflictDeclared,
  reviewConflictFound,
  reviewDeclined,
  reviewInvited,
  reviewLapsed,
  reviewReturned,
  reviewScored,
  reviewWithdrawn,
} from '@xietong/contracts-projects';
import type { EventOf } from '@xietong/kernel';
import { clock, given, officer, person, stateAfter } from '@xietong/testing';
import { agency, assessment, callId, content, drafted, eligible, submitted } from '../application/example.fixture.ts';
import { Application } from '../application/application.ts';
import { closed, published, terms } from '../call/example.fixture.ts';
import { Call } from '../call/call.ts';
import type { ExpertRecord } from '../experts/expert.ts';
import { Review } from './review.ts';

export { agency, assessment };
export const applicationId = 'application-17';
export const pseudonym = 'anExpertOfLinhai-----1';
/** After the call has closed: Tuesday, 7 April 2026, four in the afternoon at the agency. The days before it were a holiday. */
export const now = '2026-04-07T08:00:00.000Z' as const;

/** Of an organisation that has no part in the application, nor in a project of its parties. */
export const expert: ExpertRecord = {
  status: 'verified',
  agency: 'CN-3301/kjj',
  number: 'E-017',
  validUntil: '2028-03-31T16:00:00.000Z',
  fields: ['smart-manufacturing'],
  affiliations: [{ organisation: 'CN-USCI:12330000470090570J', name: '浙江大学', region: 'CN-330106', since: '2015-09-01' }],
  relations: [],
};
export const eligibleApplication = stateAfter(Application, [drafted, submitted, eligible]);
export const around = { application: eligibleApplication, call: stateAfter(Call, [published, closed]), expert, projects: [] };
export const invitation = { application: applicationId, expert: pseudonym };

export const byOfficer = { actor: officer(agency), now, gathered: around } as const;
export const asExpert = { ...person('expert', { agency: expert.agency }), id: pseudonym };
export const byExpert = { actor: asExpert, now } as const;
export const byClock = { actor: clock(), now } as const;

/** Three working days for the answer, and five for the score: 8, 9 and 10 April; 8 to 14 April. */
export const answerBy = '2026-04-10T16:00:00.000Z' as const;
export const scoreBy = '2026-04-14T16:00:00.000Z' as const;

export const invited = reviewInvited({
  application: applicationId,
  call: callId,
  agency,
  expert: pseudonym,
  rules: '2025',
  axes: terms.scoring.axes,
  content,
  answerBy,
  provisional: false,
});
export const accepted = reviewAccepted({ scoreBy, provisional: false });
export const declined = reviewDeclined({ reason: '出差 Away' });
export const conflictDeclared = reviewConflictDeclared({ nature: '配偶任职于牵头单位 Kin at the lead' });
export const conflictFound = reviewConflictFound({ nature: '举报属实：曾任合作方顾问 Advised the partner' });
export const scored = reviewScored(assessment);
export const returned = reviewReturned({ reason: '请说明扣分原因 Say why', scoreBy, provisional: false });
export const withdrawn = reviewWithdrawn({ reason: '评审份数已足 Enough reviews' });
export const lapsed = reviewLapsed({ endedAt: answerBy });

/** A review with this history, and its expert before it. */
export const review = (...history: EventOf<typeof Review.events>[]) => given(Review, history, byExpert);
