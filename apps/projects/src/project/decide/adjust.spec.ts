import { projectAdjusted, projectSuspended } from '@xietong/contracts-projects';
import { refusal, stateAfter } from '@xietong/testing';
import {
  active,
  byDirector,
  enterprises,
  handbook,
  milestones,
  pilotLine,
  project,
  registered,
  reportedBehind,
  warned,
} from '../example.fixture.ts';
import { Project } from '../project.ts';

const later = [pilotLine, enterprises, { ...handbook, due: '2027-02-28' as const }];
const reason = 'The pilot line opens two months later';
const adjust = (input: object) =>
  project(...active).when('adjust', { milestones: later, endsOn: '2027-02-28', reason, ...input }, byDirector);

test('a director changes the plan for a reason, and prolongs the project with it', () => {
  const adjusted = projectAdjusted({ milestones: later, endsOn: '2027-02-28', reason });
  adjust({}).then([adjusted]);
  expect(stateAfter(Project, [...active, adjusted])).toMatchObject({ plan: { milestones: later }, endsOn: '2027-02-28' });
});

test('a project may be prolonged under the same plan', () => {
  adjust({ milestones }).then([projectAdjusted({ milestones, endsOn: '2027-02-28', reason })]);
});

test('the end of the term stays when only the plan changes', () => {
  const swapped = [{ ...pilotLine, weightPercent: 30 }, { ...enterprises, weightPercent: 40 }, handbook];
  const adjusted = projectAdjusted({ milestones: swapped, reason });
  project(...active)
    .when('adjust', { milestones: swapped, reason }, byDirector)
    .then([adjusted]);
  expect(stateAfter(Project, [...active, adjusted])).toMatchObject({ endsOn: '2026-12-31' });
});

test('a warning still has to be answered after the plan was adjusted', () => {
  const adjusted = projectAdjusted({ milestones: later, endsOn: '2027-02-28', reason });
  expect(stateAfter(Project, [...active, reportedBehind, warned, adjusted])).toMatchObject({ warning: { status: 'open' } });
});

test('an adjustment that changes nothing is no decision, in whatever order the milestones come', () => {
  adjust({ milestones: [handbook, pilotLine, enterprises], endsOn: undefined }).then(refusal('nothing-adjusted', { field: 'milestones' }));
  adjust({ milestones, endsOn: '2026-12-31' }).then(refusal('nothing-adjusted', { field: 'milestones' }));
});

test('the new plan keeps the rules of the first one, within the new term', () => {
  adjust({ endsOn: '2025-12-31' }).then(refusal('ends-before-it-starts', { field: 'endsOn' }));
  adjust({ endsOn: undefined }).then(refusal('milestone-outside-term', { field: 'milestones.2.due' }));
  adjust({ milestones: [pilotLine, pilotLine] }).then(refusal('milestone-repeated', { field: 'milestones.1.no', details: { no: 1 } }));
  adjust({ milestones: [pilotLine] }).then(refusal('weights-not-whole', { field: 'milestones', details: { sum: 40 } }));
});

describe('a number under which progress was reported stands for one milestone for ever', () => {
  const whole = { ...pilotLine, weightPercent: 100 };
  const another = { ...whole, title: 'Another milestone' };
  const replacement = projectAdjusted({ milestones: [{ ...another, no: 9 }], reason });
  const used = refusal('milestone-number-used', { field: 'milestones.0.no', details: { no: pilotLine.no } });
  const reported = project(...active, reportedBehind);
  const replaced = project(...active, reportedBehind, replacement);

  test('so another milestone needs a number of its own', () => {
    reported.when('adjust', { milestones: [another], reason }, byDirector).then(used);
    reported.when('adjust', { milestones: [{ ...another, no: 9 }], reason }, byDirector).then([replacement]);
  });

  test('even when it has left the plan meanwhile', () => {
    replaced.when('adjust', { milestones: [another], reason }, byDirector).then(used);
  });

  test('while its day and its weight may change', () => {
    const moved = [{ ...whole, due: '2026-11-30' as const }];
    reported.when('adjust', { milestones: moved, reason }, byDirector).then([projectAdjusted({ milestones: moved, reason })]);
  });
});

test('only an active project is adjusted', () => {
  project(registered)
    .when('adjust', { milestones: later, reason }, byDirector)
    .then(refusal('not-active', { details: { status: 'registered' } }));
  project(...active, projectSuspended({ reason }))
    .when('adjust', { milestones: later, reason }, byDirector)
    .then(refusal('not-active', { details: { status: 'suspended' } }));
});
