import {
  projectAdjusted,
  projectProgressReported,
  projectRegistered,
  projectResumed,
  projectSuspended,
  projectWarned,
  projectWarningAnswered,
  projectWarningEscalated,
} from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import { applicant, invalidInput, refusal } from '@xietong/testing';
import {
  active,
  byOfficer,
  done,
  foundOnCourse,
  foundToCorrect,
  foundToStop,
  milestones,
  partner,
  planSet,
  project,
  registered,
  registrar,
  registration,
  reportedBehind,
  warned,
} from '../example.fixture.ts';

const afterwards = { now: '2027-01-01T08:00:00.000Z' } as const;
const report = (on: LocalDate, plannedBasisPoints: number, actualBasisPoints: number, ...percents: number[]) =>
  projectProgressReported({ on, plannedBasisPoints, actualBasisPoints, milestones: done(...percents) });

test('what is done is measured against the milestones that are due on or before the day', () => {
  const reported = (on: LocalDate, ...percents: number[]) =>
    project(...active).when('reportProgress', { on, milestones: done(...percents) }, afterwards);
  reported('2026-03-30', 0, 0, 0).then([report('2026-03-30', 0, 0, 0, 0, 0)]);
  reported('2026-03-31', 100, 0, 0).then([report('2026-03-31', 4000, 4000, 100, 0, 0)]);
  reported('2026-06-30', 100, 99, 1).then([report('2026-06-30', 7000, 7000, 100, 99, 1)]);
  reported('2026-12-31', 100, 100, 100).then([report('2026-12-31', 10_000, 10_000, 100, 100, 100)]);
});

test('a milestone that is not named stands as it was last reported', () => {
  const before = report('2026-03-31', 4000, 4000, 100, 0, 0);
  project(...active, before)
    .when('reportProgress', { on: '2026-05-01', milestones: [{ no: 2, donePercent: 50 }] }, afterwards)
    .then([report('2026-05-01', 4000, 5500, 100, 50, 0)]);
  project(...active, before)
    .when('reportProgress', { on: '2026-05-01', milestones: [] }, afterwards)
    .then([report('2026-05-01', 4000, 4000, 100, 0, 0)]);
});

test('a participant reports for its project', () => {
  const byPartner = { ...byOfficer, actor: applicant(partner.organisation.id ?? '') };
  project(...active)
    .when('reportProgress', { on: '2026-03-31', milestones: done(100, 0, 0) }, byPartner)
    .then([report('2026-03-31', 4000, 4000, 100, 0, 0)]);
});

describe('a warning', () => {
  test('is raised by a report that lags by more than 20 % of what was planned, and is to be answered within 48 hours', () => {
    project(...active)
      .when('reportProgress', { on: '2026-03-31', milestones: done(60, 0, 0) })
      .then([reportedBehind, warned]);
  });

  test('is not raised at exactly 20 %, and is at one percent of a milestone more', () => {
    const standing = { on: '2026-03-31', plannedBasisPoints: 4000, actualBasisPoints: 3160 } as const;
    project(...active)
      .when('reportProgress', { on: '2026-03-31', milestones: done(80, 0, 0) })
      .then([report('2026-03-31', 4000, 3200, 80, 0, 0)]);
    project(...active)
      .when('reportProgress', { on: '2026-03-31', milestones: done(79, 0, 0) })
      .then([report('2026-03-31', 4000, 3160, 79, 0, 0), projectWarned({ ...standing, answerBy: '2026-04-03T08:00:00.000Z' })]);
  });

  test('is not raised again while it waits for its answer, escalated or not', () => {
    const again = report('2026-04-02', 4000, 2400, 60, 0, 0);
    const escalated = projectWarningEscalated({ answerBy: warned.data.answerBy });
    project(...active, reportedBehind, warned)
      .when('reportProgress', { on: '2026-04-02', milestones: [] })
      .then([again]);
    project(...active, reportedBehind, warned, escalated)
      .when('reportProgress', { on: '2026-04-02', milestones: [] })
      .then([again]);
  });

  test('is raised anew by a later report when the one before was answered', () => {
    const answered = projectWarningAnswered({ cause: 'Repairs', measures: 'Two engineers more', late: false });
    const standing = { on: '2026-04-02', plannedBasisPoints: 4000, actualBasisPoints: 2400 } as const;
    project(...active, reportedBehind, warned, answered)
      .when('reportProgress', { on: '2026-04-02', milestones: [] }, { now: '2026-04-02T23:30:00.000Z' })
      .then([report('2026-04-02', 4000, 2400, 60, 0, 0), projectWarned({ ...standing, answerBy: '2026-04-04T23:30:00.000Z' })]);
  });
});

test('a project is judged by the rules that it keeps', () => {
  const unknown = projectRegistered({ registrar, rules: '1949', ...registration });
  expect(() => project(unknown, planSet).when('reportProgress', { on: '2026-03-31', milestones: done(60, 0, 0) })).toThrow(
    "there is no rule set '1949'",
  );
});

describe('a verdict to stop', () => {
  const next = { on: '2026-04-01', milestones: done(100, 0, 0) } as const;
  const reported = report('2026-04-01', 4000, 4000, 100, 0, 0);

  test('lets nothing more be reported before somebody decides', () => {
    project(...active, foundToStop)
      .when('reportProgress', next)
      .then(refusal('stop-undecided'));
    for (const found of [foundOnCourse, foundToCorrect])
      project(...active, found)
        .when('reportProgress', next)
        .then([reported]);
  });

  test('is met by an adjustment, and by a suspension that has ended', () => {
    const adjusted = projectAdjusted({ milestones, endsOn: '2027-01-31', reason: 'One month more' });
    project(...active, foundToStop, adjusted)
      .when('reportProgress', next)
      .then([reported]);
    project(...active, foundToStop, projectSuspended({ reason: 'A partner is insolvent' }), projectResumed({}))
      .when('reportProgress', next)
      .then([reported]);
  });
});

describe('two quarters in a row below plan', () => {
  const firstQuarter = report('2026-03-31', 4000, 3600, 90, 0, 0);
  const secondQuarter = report('2026-06-30', 7000, 6700, 100, 90, 0);
  const thirdQuarter = { on: '2026-07-01', milestones: [] };
  const reported = report('2026-07-01', 7000, 6700, 100, 90, 0);

  test('let no further quarter be reported on before somebody decides', () => {
    project(...active, firstQuarter, secondQuarter)
      .when('reportProgress', thirdQuarter, afterwards)
      .then(refusal('decision-due', { details: { quarters: ['2026-Q1', '2026-Q2'] } }));
  });

  test('are in a row although the quarter between them had no report', () => {
    const autumn = report('2026-09-30', 7000, 6700, 100, 90, 0);
    project(...active, firstQuarter, autumn)
      .when('reportProgress', { on: '2026-10-01', milestones: [] }, afterwards)
      .then(refusal('decision-due', { details: { quarters: ['2026-Q1', '2026-Q3'] } }));
  });

  test('are judged by the last report of each, so the project may catch up within the second', () => {
    const caughtUp = report('2026-06-30', 7000, 7000, 100, 100, 0);
    project(...active, firstQuarter, secondQuarter)
      .when('reportProgress', { on: '2026-06-30', milestones: [{ no: 2, donePercent: 100 }] }, afterwards)
      .then([caughtUp]);
    project(...active, firstQuarter, secondQuarter, caughtUp)
      .when('reportProgress', thirdQuarter, afterwards)
      .then([report('2026-07-01', 7000, 7000, 100, 100, 0)]);
    project(...active, firstQuarter, caughtUp, secondQuarter)
      .when('reportProgress', thirdQuarter, afterwards)
      .then(refusal('decision-due', { details: { quarters: ['2026-Q1', '2026-Q2'] } }));
  });

  test('are not two when one of them ended on plan', () => {
    const onPlan = report('2026-03-31', 4000, 4000, 100, 0, 0);
    project(...active, onPlan, secondQuarter)
      .when('reportProgress', thirdQuarter, afterwards)
      .then([reported]);
  });

  test('begin anew after the plan was adjusted', () => {
    const adjusted = projectAdjusted({ milestones, endsOn: '2027-01-31', reason: 'One month more' });
    project(...active, firstQuarter, secondQuarter, adjusted)
      .when('reportProgress', thirdQuarter, afterwards)
      .then([reported]);
  });
});

describe('a report is refused', () => {
  const good = { on: '2026-03-31', milestones: done(100, 0, 0) } as const;

  test('when the project has no plan yet, or is suspended', () => {
    project(registered)
      .when('reportProgress', good)
      .then(refusal('not-active', { details: { status: 'registered' } }));
    project(...active, projectSuspended({ reason: 'A partner is insolvent' }))
      .when('reportProgress', good)
      .then(refusal('not-active', { details: { status: 'suspended' } }));
  });

  test('when it is dated later than tomorrow, for every real day would be too early after it', () => {
    const reportOn = (on: LocalDate) => project(...active).when('reportProgress', { ...good, on }, { now: '2026-03-30T23:59:59.999Z' });
    reportOn('2026-03-31').then([report('2026-03-31', 4000, 4000, 100, 0, 0)]);
    reportOn('2026-04-01').then(refusal('report-in-the-future', { field: 'on', details: { latestOn: '2026-03-31' } }));
    reportOn('2062-03-31').then(refusal('report-in-the-future', { field: 'on', details: { latestOn: '2026-03-31' } }));
  });

  test('when a later one is there', () => {
    project(...active, reportedBehind)
      .when('reportProgress', { ...good, on: '2026-03-30' })
      .then(refusal('report-out-of-order', { field: 'on', details: { lastReportOn: '2026-03-31' } }));
  });

  test('when it names a milestone twice, or one that the plan does not have', () => {
    const naming = (...numbers: number[]) =>
      project(...active).when('reportProgress', { ...good, milestones: numbers.map((no) => ({ no, donePercent: 1 })) });
    naming(1, 1).then(refusal('milestone-repeated', { field: 'milestones.1.no', details: { no: 1 } }));
    naming(1, 9).then(refusal('milestone-unknown', { field: 'milestones.1.no', details: { no: 9 } }));
  });

  test('when more than all of a milestone is done', () => {
    project(...active)
      .when('reportProgress', { ...good, milestones: [{ no: 1, donePercent: 101 }] })
      .then(invalidInput('milestones.0.donePercent'));
  });
});
