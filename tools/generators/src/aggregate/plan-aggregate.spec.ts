import { join } from 'node:path';
import { planService } from '../service/plan-service.ts';
import { type Workspace, workspaceAt } from '../workspace.ts';
import { planAggregate } from './plan-aggregate.ts';

const workspace = workspaceAt(join(import.meta.dirname, '..', '..', '..', '..'));
const lending = planService(workspace, { context: 'lending', aggregate: 'loan' });
/** The workspace, as if the service had been generated in it. */
const withLending: Workspace = {
  has: (path) => Object.keys(lending).some((file) => file === path || file.startsWith(`${path}/`)) || workspace.has(path),
  get: (path) => lending[path] ?? workspace.get(path),
  folders: (path) => workspace.folders(path),
};

test.each([
  ['a service that was generated', withLending, 'lending'],
  ['the oldest service', workspace, 'projects'],
])('an aggregate of %s is its own files, and one line each where its service lists aggregates, problems and events', (_, in_, context) => {
  const changes = planAggregate(in_, { context, aggregate: 'repayment-plan' });
  const changed = Object.keys(changes).filter((path) => in_.has(path));
  const listing = [
    `apps/${context}/src/${context}.ts`,
    `apps/${context}/src/problems.ts`,
    `libs/contracts/${context}/src/events-of-${context}.ts`,
    `libs/contracts/${context}/src/index.ts`,
  ];
  expect(new Set(changed)).toEqual(new Set(listing));
  expect(changes[`apps/${context}/src/${context}.ts`]).toMatch(/aggregates: \[.*, RepaymentPlan,?\s*\]/s);
  expect(changes[`apps/${context}/src/problems.ts`]).toMatch(/\.\.\.repaymentPlanProblems/);
  expect(changes[`libs/contracts/${context}/src/events-of-${context}.ts`]).toMatch(/\[.*, \.\.\.repaymentPlanEvents,?\s*\] as const/s);
  expect(changes[`libs/contracts/${context}/src/index.ts`]).toMatch(/export \* from '\.\/repayment-plan-events\.ts';\n$/);
  expect(Object.entries(changes).filter(([path, text]) => /__[a-zA-Z]+__/.test(path + text))).toEqual([]);
});

test.each([
  ['borrowing', 'loan', "there is no service 'borrowing': generate it first"],
  ['projects', 'call', "'projects' has a folder 'call' already"],
  ['projects', 'event', "'event' already means something in every service"],
  ['projects', 'Risk', "'Risk' is no name for an aggregate"],
])('%s with %s is refused in a sentence', (context, aggregate, sentence) => {
  expect(() => planAggregate(workspace, { context, aggregate })).toThrow(sentence);
});

test('a service that lists its aggregates otherwise is refused, with the file', () => {
  const other: Workspace = {
    ...workspace,
    get: (path) => (path.endsWith('/projects.ts') ? 'export const projects = 1;' : workspace.get(path)),
  };
  expect(() => planAggregate(other, { context: 'projects', aggregate: 'voucher' })).toThrow(
    'apps/projects/src/projects.ts lacks a call of service',
  );
});
