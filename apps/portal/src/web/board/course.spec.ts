import type { Project } from '../api/project.ts';
import { lightOf, nextActOf } from './course.ts';

const project: Project = {
  id: 'p',
  version: 1,
  createdAt: '',
  updatedAt: '',
  status: 'active',
  registrar: 'NO-03/rcn',
  number: '1',
  title: 'x',
  signedOn: '2026-01-01',
  participants: [],
  progress: [],
};
const warning = {
  status: 'open',
  on: '2026-03-31',
  plannedBasisPoints: 4000,
  actualBasisPoints: 2400,
  answerBy: '2026-04-03T08:00:00.000Z',
} as const;
const below = [{ quarter: '2026-Q1', belowPlan: true }];
const toCorrect = { status: 'open', verdict: { kind: 'to-be-corrected' } } as const;
const toStop = { status: 'open', verdict: { kind: 'to-be-stopped' } } as const;

describe('the light of a running project', () => {
  test('is on plan unless the service found its last report below it', () => {
    expect(lightOf({})).toBe('on-plan');
    expect(lightOf({ quarters: [...below, { quarter: '2026-Q2', belowPlan: false }] })).toBe('on-plan');
    expect(
      lightOf({
        quarters: [
          { quarter: '2026-Q1', belowPlan: false },
          { quarter: '2026-Q2', belowPlan: true },
        ],
      }),
    ).toBe('behind');
  });

  test('is the warning’s until somebody has answered it, in time or late', () => {
    expect(lightOf({ quarters: below, warning })).toBe('warned');
    expect(lightOf({ quarters: below, warning: { ...warning, status: 'escalated' } })).toBe('warned');
    expect(lightOf({ quarters: below, warning: { ...warning, status: 'answered' } })).toBe('behind');
  });
});

test.each<[string, Partial<Project>, string]>([
  ['the lead reports, where nothing else is due', {}, 'lead report'],
  ['the participants answer a warning', { warning, midway: toStop }, 'participants answer-warning'],
  ['the agency acts once it was not answered', { warning: { ...warning, status: 'escalated' } }, 'agency decide-warning'],
  ['the participants correct what a midway evaluation found', { midway: toCorrect }, 'participants correct'],
  ['they owe it while the project is suspended too', { status: 'suspended', midway: toCorrect }, 'participants correct'],
  ['the agency decides whether to stop', { midway: toStop }, 'agency decide-stop'],
  ['nobody owes what is settled', { midway: { ...toStop, status: 'settled' } }, 'lead report'],
  ['the agency lets a suspended project go on', { status: 'suspended' }, 'agency resume'],
  ['the third party judges', { acceptance: { status: 'requested' } }, 'third-party judge'],
  ['the lead adds what is missing', { acceptance: { status: 'rejected' } }, 'lead supplement'],
])('%s', (_, changes, next) => {
  const { by, act } = nextActOf({ ...project, ...changes });
  expect(`${by} ${act}`).toBe(next);
});
