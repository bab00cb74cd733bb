import { setTimeout as pause } from 'node:timers/promises';
import { isReviewed, type PlannedApplication } from '../plan/applications.ts';
import { forEach, give, knownOf, officer, type Stage } from './stage.ts';
import { Refused } from './requests.ts';

const patienceMs = 60_000;
const lookEveryMs = 50;

/** Applications that were found eligible at once, or only after they had been given back. */
const onTable = ({ plan }: Stage, again: boolean): PlannedApplication[] =>
  plan.applications.filter((application) => isReviewed(application) && application.isReturned === again);

interface Invitation {
  readonly application: PlannedApplication;
  readonly expert: number;
}

const invitationsOf = (applications: readonly PlannedApplication[]): Invitation[] =>
  applications.flatMap((application) => application.reviews.map(({ expert }) => ({ application, expert })));

const expertOf = (stage: Stage, place: number) => {
  const expert = stage.plan.roster[place];
  if (!expert) throw new Error(`there is no expert ${place}`);
  return { username: expert.username, pseudonym: knownOf(stage, `pseudonym ${expert.username}`) };
};

async function invite(stage: Stage, { application, expert }: Invitation): Promise<string> {
  const { pseudonym } = expertOf(stage, expert);
  const id = knownOf(stage, `application ${application.no}`);
  const about = `application-${application.no}/invite-${expert}`;
  return (await give(stage, officer, '/v1/reviews', about, { application: id, expert: pseudonym })).id;
}

/** What the officer invites the experts to; the projects service hears of a new roster a moment after talent does. */
export const inviteExperts =
  (again: boolean) =>
  async (stage: Stage): Promise<void> => {
    const applications = onTable(stage, again);
    const invitations = invitationsOf(applications);
    const giveUpAt = performance.now() + patienceMs;
    await forEach(invitations, async (invitation) => {
      for (;;) {
        try {
          const review = await invite(stage, invitation);
          stage.known.set(`review ${invitation.application.no} ${invitation.expert}`, review);
          return;
        } catch (fault) {
          if (!isUnheardOf(fault) || performance.now() > giveUpAt) throw fault;
          await pause(lookEveryMs);
        }
      }
    });
    await forEach(applications, (application) => meetConflicts(stage, application));
  };

const isUnheardOf = (fault: unknown): boolean =>
  fault instanceof Refused && ['expert-unknown', 'expert-not-on-roster'].includes(fault.code);

/** One expert is refused for a relation that he declared; another one's invitation is void once a conflict is found. */
async function meetConflicts(stage: Stage, application: PlannedApplication): Promise<void> {
  const { no, keptOut, voided } = application;
  if (keptOut !== undefined) await mustBeKeptOut(stage, { application, expert: keptOut });
  if (voided === undefined) return;
  const review = await invite(stage, { application, expert: voided });
  await give(stage, officer, `/v1/reviews/${encodeURIComponent(review)}/void-for-conflict`, `application-${no}/void-${voided}`, {
    nature: '经核查，该专家与合作单位负责人存在亲属关系。',
  });
}

async function mustBeKeptOut(stage: Stage, invitation: Invitation): Promise<void> {
  try {
    await invite(stage, invitation);
  } catch (fault) {
    // Where the year was played before, the application is past its reviews by now.
    if (fault instanceof Refused && ['expert-in-conflict', 'not-eligible'].includes(fault.code)) return;
    throw fault;
  }
  throw new Error(`an expert was invited to application ${invitation.application.no} although he advises one of its parties`);
}

const giveOnReview = (stage: Stage, { application, expert }: Invitation, command: string, body?: object) => {
  const review = knownOf(stage, `review ${application.no} ${expert}`);
  const about = `application-${application.no}/review-${expert}/${command}`;
  return give(stage, expertOf(stage, expert).username, `/v1/reviews/${encodeURIComponent(review)}/${command}`, about, body);
};

export const acceptInvitations =
  (again: boolean) =>
  (stage: Stage): Promise<void> =>
    forEach(invitationsOf(onTable(stage, again)), (invitation) => giveOnReview(stage, invitation, 'accept'));

export const scoreReviews =
  (again: boolean) =>
  (stage: Stage): Promise<void> =>
    forEach(invitationsOf(onTable(stage, again)), (invitation) => {
      const { scores, comment } = invitation.application.reviews.find(({ expert }) => expert === invitation.expert) ?? {};
      return giveOnReview(stage, invitation, 'score', { scores, comment });
    });
