import type { Instant, LocalDate } from '@xietong/domain';
import { at, days, monthEnds } from '../plan/moments.ts';
import * as acceptance from './acceptance-acts.ts';
import * as alliances from './alliance-acts.ts';
import * as call from './call-acts.ts';
import * as cases from './case-acts.ts';
import * as decisions from './decision-acts.ts';
import * as projects from './project-acts.ts';
import * as reviews from './review-acts.ts';
import * as roster from './roster-acts.ts';
import type { Stage } from './stage.ts';

/** Parts of the year, as the progress bar names them. */
export type Phase = 'roster' | 'call' | 'reviews' | 'decisions' | 'course' | 'acceptance' | 'follow-up';

/** What is done at one moment. The clock is moved there first, and all that had come due by then is done by the services themselves. */
export interface Act {
  readonly phase: Phase;
  readonly at: Instant;
  readonly play: (stage: Stage) => Promise<unknown>;
}

const act = (phase: Phase, when: Instant, ...plays: Act['play'][]): Act => ({
  phase,
  at: when,
  play: async (stage) => {
    for (const play of plays) await play(stage);
  },
});

const application: readonly Act[] = [
  act('roster', at(days.rosterOpens), roster.offerExperts),
  act('roster', at(days.rosterVerified), roster.verifyExperts),
  act('call', at(days.callPublished), call.publishCall),
  ...days.handedIn.map((on) => act('call', at(on, '10:00'), call.handIn(on))),
  act('call', at(days.checked), call.checkApplications),
  act('reviews', at(days.invited, '10:00'), reviews.inviteExperts(false)),
  act('reviews', at(days.invited, '15:00'), reviews.acceptInvitations(false)),
  act('call', at(days.handedInAgain), call.handInAgain),
  act('reviews', at(days.scored, '16:00'), reviews.scoreReviews(false)),
  act('reviews', at(days.checkedAgain), call.checkAgain, reviews.inviteExperts(true), reviews.acceptInvitations(true)),
  act('reviews', at(days.scoredAgain, '16:00'), reviews.scoreReviews(true)),
  act('decisions', at(days.panel), decisions.shortlist),
  act('decisions', at(days.objected), decisions.object),
  act('decisions', at(days.resolved), decisions.resolveObjections),
  act('decisions', at(days.approved), decisions.approve('with-all'), decisions.refuse('objection-upheld')),
  act('decisions', at(days.refused), decisions.shortlistFurther, decisions.refuse('by-rank')),
  act('decisions', at(days.approvedFurther), decisions.approve('further')),
  act('decisions', at(days.approvedLate), decisions.approve('late')),
  act('course', at(days.planned), projects.setPlans),
];

const dayAfter = (on: LocalDate, n: number): LocalDate =>
  new Date(Date.parse(`${on}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10) as LocalDate;

/** A month's reports, the answers to its warnings within a day, and those that come when the 48 hours are over. */
const monthEnd = (on: LocalDate, place: number): Act[] => {
  const before = monthEnds[place - 1];
  return [
    act('course', at(on, '18:00'), projects.reportProgress(on)),
    act(
      'course',
      at(dayAfter(on, 1), '18:00'),
      projects.answerWarnings(on, 'answered'),
      projects.assist(on),
      ...(before ? [projects.endAssistance(before)] : []),
    ),
    act('course', at(dayAfter(on, 3), '18:00'), projects.answerWarnings(on, 'escalated')),
  ];
};

const course: readonly Act[] = [
  ...monthEnds.flatMap(monthEnd),
  act('course', at('2022-07-15'), alliances.foundAlliances),
  ...(['2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2'] as const).map((quarter, place) =>
    act(
      'course',
      at((['2022-10-14', '2023-01-13', '2023-04-14', '2023-07-14'] as const)[place] ?? days.midway),
      alliances.stateQuarter(quarter),
    ),
  ),
  act('course', at('2022-10-10'), cases.raiseRisks),
  act('course', at('2022-10-11'), cases.answerRisks),
  act('course', at('2022-11-15'), cases.closeRisks),
  act('course', at(days.midway), projects.evaluateMidway),
  act('course', at(days.toBeStopped), projects.evaluateFailing),
  act('course', at(days.exited), projects.exitProjects),
  act('course', at('2023-01-12'), cases.applyForExemption),
  act('course', at('2023-01-16'), cases.appointCommittee),
  act('course', at('2023-02-01'), cases.investigate),
  act('course', at('2023-02-03'), cases.decideExemption),
  act('course', at(days.corrected), projects.reportCorrections('corrected')),
  act('course', at(days.correctedLate), projects.reportCorrections('corrected-late')),
];

const after: readonly Act[] = [
  act('acceptance', at(days.acceptanceRequested), acceptance.requestAcceptance),
  act('acceptance', at(days.accepted), acceptance.judge),
  act('acceptance', at(days.requestedAgain), acceptance.requestAgain),
  act('acceptance', at(days.acceptedAgain), acceptance.judgeAgain),
  act('acceptance', at(days.showcased), cases.showcase),
  act('follow-up', at(days.rosterRenewed), roster.renewExperts(1)),
  act('follow-up', at(days.rosterRenewedAgain), roster.renewExperts(2)),
  ...days.followedUp.map((on, year) => act('follow-up', at(on), acceptance.followUp(year, 'in-time'))),
  ...days.followedUpLate.map((on, year) => act('follow-up', at(on), acceptance.followUp(year, 'late'))),
];

/** Everything that people do in the year, in the order of time. */
export const year: readonly Act[] = [...application, ...course, ...after].toSorted(
  (one, other) => Date.parse(one.at) - Date.parse(other.at),
);
