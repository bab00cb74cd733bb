import { join } from 'node:path';
import { type Workspace, workspaceAt } from '../workspace.ts';
import { planCommand } from './plan-command.ts';

const workspace = workspaceAt(join(import.meta.dirname, '..', '..', '..', '..'));
const asked = { context: 'projects', aggregate: 'project', command: 'hand-over', event: 'handed-over' };
const folder = 'apps/projects/src/project';
const contract = 'libs/contracts/projects/src/project-events.ts';

/** The workspace with another text in one file, or without that file. */
const withFile = (path: string, text?: string): Workspace => ({
  ...workspace,
  has: (asked) => (asked === path ? text !== undefined : workspace.has(asked)),
  get: (asked) => (asked === path && text !== undefined ? text : workspace.get(asked)),
});

test('a command touches four files, and its event has a golden sample', () => {
  expect(Object.keys(planCommand(workspace, asked)).sort()).toEqual([
    `${folder}/decide/hand-over.spec.ts`,
    `${folder}/decide/hand-over.ts`,
    `${folder}/project.ts`,
    'libs/contracts/projects/golden/project.handed-over.v1.json',
    contract,
  ]);
});

test('a command whose past participle is not certain is planned once its event is said', () => {
  expect(planCommand(workspace, { ...asked, command: 'quiz', event: 'quizzed' })[contract]).toContain("event('project.quizzed', 1");
});

test('what stands in the edited files stays as it is', () => {
  const changes = planCommand(workspace, asked);
  for (const path of [`${folder}/project.ts`, contract]) {
    const lines = changes[path]?.split('\n') ?? [];
    const lost = workspace
      .get(path)
      .split('\n')
      .filter((line) => line !== '' && !lines.some((now) => now.includes(line.trim().replace(/,$/, ''))));
    expect(lost).toEqual([]);
  }
  expect(changes[contract]).toContain("projectHandedOver = event('project.handed-over', 1");
});

test.each([
  [{ context: 'lending' }, "there is no service 'lending' in apps; begin it with: npm run generate -- service lending <aggregate>"],
  [{ context: 'portal', aggregate: 'page' }, "'portal' has no aggregate 'page'; it has none"],
  [{ aggregate: 'grant' }, "'projects' has no aggregate 'grant'; it has alliance, "],
  [{ command: 'Suspend' }, "'Suspend' is no name for a command"],
  [{ command: 'suspend' }, "'suspend' is taken: the aggregate has that command already"],
  [{ command: 'create' }, "'create' is taken: the aggregate uses the name create already"],
  [{ command: 'evolve' }, "'evolve' is taken: the aggregate uses the name evolve already"],
  [{ event: 'suspended' }, 'the event project.suspended exists already: name another with --event <past tense>'],
  [{ command: 'quiz', event: undefined }, "the past participle of 'quiz' is not certain"],
  [{ event: 'Handed' }, "'Handed' is no name for an event"],
])('%j is refused in a sentence', (changed, sentence) => {
  expect(() => planCommand(workspace, { ...asked, ...changed })).toThrow(sentence);
});

test('an aggregate that is written in another way is refused by naming what was looked for', () => {
  const aggregate = `${folder}/project.ts`;
  const text = workspace.get(aggregate);
  const planned = (other: string) => () => planCommand(withFile(aggregate, other), asked);
  expect(planned(text.replace('function evolve', 'function fold'))).toThrow(`${aggregate} lacks a function evolve`);
  expect(planned(text.replace('default:\n', "case 'other':\n"))).toThrow(`${aggregate} lacks a default in the switch of evolve`);
  expect(planned(text.replace('commands: {', 'rows: {'))).toThrow(`${aggregate} lacks 'commands: …' in what aggregate is given`);
  expect(() => planCommand(withFile(contract, 'export const nothing = 1;'), asked)).toThrow(`${contract} lacks a const projectEvents`);
});

test('an aggregate without an example to begin with is refused', () => {
  expect(() => planCommand(withFile(`${folder}/example.fixture.ts`), asked)).toThrow(
    `${folder}/example.fixture.ts must export 'registrar', which the new specification begins with`,
  );
});
