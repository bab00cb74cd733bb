import type { Project } from '../api/project.ts';
import { nextActOf } from './course.ts';

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
const toCorrect = { status: 'open', verdict: { kind: 'to-be-corrected' } } as const;
const toStop = { status: 'open', verdict: { kind: 'to-be-stopped' } } as const;

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
