import {
  projectAdjusted,
  projectAssisted,
  projectProgressReported,
  projectSuspended,
  projectWarningAnswered,
  projectWarningEscalated,
} from '@xietong/contracts-projects';
import { invalidInput, refusal, stateAfter } from '@xietong/testing';
import { active, done, enterprises, handbook, pilotLine, project, reportedBehind, warned } from '../example.fixture.ts';
import { Project } from '../project.ts';

const help = { kind: 'expert-guidance', measures: '选派两名专家驻厂 Two experts at the plant' } as const;
const assisted = projectAssisted({ no: 1, ...help });
const lagging = [...active, reportedBehind, warned];
const escalated = projectWarningEscalated({ answerBy: warned.data.answerBy });
const answered = projectWarningAnswered({ cause: 'Repairs', measures: 'Two engineers more', late: false });

test('an officer helps a project that was warned and is behind, whatever became of the warning', () => {
  for (const since of [[], [escalated], [answered]]) {
    project(...lagging, ...since)
      .when('assist', help)
      .then([assisted]);
  }
  expect(stateAfter(Project, [...lagging, assisted])).toMatchObject({ assistances: [{ status: 'running', no: 1, ...help }] });
});

test('a project may get more than one kind of help', () => {
  const funds = { kind: 'funds', measures: '提前拨付一成资金 A tenth of the grant ahead' } as const;
  project(...lagging, assisted)
    .when('assist', funds)
    .then([projectAssisted({ no: 2, ...funds })]);
});

test('assistance begins with a warning', () => {
  project(...active, reportedBehind)
    .when('assist', help)
    .then(refusal('never-warned'));
});

test('who has caught up needs none', () => {
  const caughtUp = projectProgressReported({
    on: '2026-04-01',
    plannedBasisPoints: 4000,
    actualBasisPoints: 4000,
    milestones: done(100, 0, 0),
  });
  project(...lagging, caughtUp)
    .when('assist', help)
    .then(refusal('not-behind-plan', { details: { on: '2026-04-01' } }));
});

test('what counts is the present plan', () => {
  const later = [{ ...pilotLine, due: '2026-05-31' as const }, enterprises, handbook];
  project(...lagging, projectAdjusted({ milestones: later, reason: 'Two months more' }))
    .when('assist', help)
    .then(refusal('not-behind-plan'));
});

test('only an active project is assisted, in one of the known ways', () => {
  project(...lagging, projectSuspended({ reason: 'A partner is insolvent' }))
    .when('assist', help)
    .then(refusal('not-active', { details: { status: 'suspended' } }));
  project(...lagging)
    .when('assist', { ...help, kind: 'prayer' as 'funds' })
    .then(invalidInput('kind'));
});
