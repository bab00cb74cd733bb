import { iterationsOf, json, type LoadRequest, type Run, type Scenario } from './scenario.ts';

type Command = 'register' | 'set-plan' | 'report-progress' | 'amend-participants';

/** Ten commands in turn: how often each stands here is its weight. */
export const turn: readonly Command[] = [
  'register',
  'report-progress',
  'amend-participants',
  'register',
  'report-progress',
  'set-plan',
  'register',
  'amend-participants',
  'report-progress',
  'register',
];

const commandOf = (n: number): Command => turn[n % turn.length] as Command;

const participation = (no: number, role: 'lead' | 'partner', region: string, cents: number) => ({
  no,
  organisation: { name: `Participant ${no} of ${region}`, region },
  role,
  amount: { amount: cents, currency: 'EUR' },
});

const milestones = [
  { no: 1, title: 'The pilot line runs', due: '2024-09-01', weightPercent: 40 },
  { no: 2, title: 'Ten enterprises use it', due: '2025-03-01', weightPercent: 60 },
];

/** Each iteration has a project of its own, so that the version it names is the right one whatever else is under way. */
const numberOf = (n: number, { seed }: Run): string => `LOAD-${seed}-${n}`;

/** `act` names one act in a run, so that no two requests share an idempotency key. */
const command = (path: string, body: object, act: string, { seed }: Run, ifMatch?: string): LoadRequest => ({
  door: 'projects',
  method: 'POST',
  path,
  headers: { ...json, 'idempotency-key': `load-${seed}-${act}`, ...(ifMatch !== undefined && { 'if-match': ifMatch }) },
  body: JSON.stringify(body),
  as: 'officer',
  expects: [ifMatch === undefined ? 201 : 200],
});

const register = (n: number, run: Run): LoadRequest => {
  const participants = [participation(1, 'lead', 'NO-03', 1_000_00), participation(2, 'partner', 'NO-30', 250_05)];
  const project = { number: numberOf(n, run), title: `A project of a load, ${n}`, signedOn: '2011-05-17', participants };
  return command('/v1/projects', project, `register-${n}`, run);
};

const change = (n: number, name: Exclude<Command, 'register'>, version: number, input: object, run: Run): LoadRequest =>
  command(`/v1/projects/${run.agency}.${numberOf(n, run)}/${name}`, input, `${name}-${n}`, run, `"${version}"`);

const setPlan = (n: number, run: Run): LoadRequest => change(n, 'set-plan', 1, { milestones }, run);

const requestOf = (n: number, run: Run): LoadRequest => {
  switch (commandOf(n)) {
    case 'register':
      return register(n, run);
    case 'set-plan':
      return setPlan(n, run);
    case 'report-progress':
      return change(n, 'report-progress', 2, { on: '2024-09-01', milestones: [{ no: 1, donePercent: 100 }] }, run);
    case 'amend-participants': {
      const participants = [participation(1, 'lead', 'NO-03', 1_000_00), participation(2, 'partner', 'NO-46', 200_07)];
      return change(n, 'amend-participants', 1, { participants, reason: 'The partner moved' }, run);
    }
  }
};

/** Officers register projects, set plans, report progress and correct participants. The projects stay. */
export const commandMix: Scenario = {
  name: 'command-mix',
  summary: 'officers register projects, report progress, correct participants, set plans (4 : 3 : 2 : 1); the projects stay',
  rate: 50,
  seconds: 30,
  inFlightMax: 100,
  thresholds: { p95Ms: 250, p99Ms: 500 },
  principals: ['officer'],
  prepare: (run) => {
    const all = iterationsOf(run);
    const changed = all.filter((n) => commandOf(n) !== 'register');
    const reported = all.filter((n) => commandOf(n) === 'report-progress');
    return [changed.map((n) => register(n, run)), reported.map((n) => setPlan(n, run))];
  },
  requestOf,
  cleanUp: () => [],
};
