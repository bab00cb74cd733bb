import { rolesWithTasks } from '../layout/places.ts';
import { collectionNamed } from '../workbench/testing/golden-collections.ts';
import type { Schema } from '../workbench/description/description.ts';
import { branchesOf, findPath, propertyOf, schemaAt, wordsOf } from '../workbench/description/schema.ts';
import { findWord } from '../workbench/words.ts';
import { tasks as texts } from '../text/tasks.ts';
import { type Task, tasks, tasksOf } from './task-list.ts';

// The descriptions are those that a person has reviewed: a status, a key or a command that is renamed turns these red.
const collectionOf = ({ context, collection }: Task) => collectionNamed(context, collection);

const isKnownValue = (task: Task, name: string, value: string): boolean => {
  if (value === '{org}') return true;
  const { aggregate, document } = collectionOf(task);
  const path = findPath(document, name);
  const schema = path && schemaAt(document, path);
  const known = (schema && wordsOf(schema)) ?? findWord.values(aggregate, name);
  return known.includes(value);
};

const singleValuesAt = (schema: Schema, path: readonly string[]): readonly Schema[] =>
  branchesOf(schema).flatMap((branch) => {
    if (branch.items) return singleValuesAt(branch.items, path);
    const [name, ...rest] = path;
    if (name === undefined) return [branch];
    const inner = propertyOf(branch, name);
    return inner ? singleValuesAt(inner, rest) : [];
  });

const named = tasks.map((task) => [`${task.role} ${task.name}`, task] as const);

describe.each(named)('the task %s', (_, task) => {
  test('is found by keys that its collection has, and by values that they take', () => {
    const { filters } = collectionOf(task);
    const unknown = Object.entries(task.filter).filter(([name, value]) => !filters.includes(name) || !isKnownValue(task, name, value));
    expect(unknown).toEqual([]);
  });

  test('is ordered by something that its collection can be ordered by', () => {
    expect(collectionOf(task).sorts).toContain(task.sort);
  });

  test('is done by a command that its role may give', () => {
    const { create, commands } = collectionNamed(task.context, task.act.collection ?? task.collection);
    const command = [create, ...commands].find((each) => each?.name === task.act.command);
    expect(command?.roles).toContain(task.role);
  });

  test('is due by a day or a moment that its documents have', () => {
    if (task.due === undefined) return;
    const found = singleValuesAt(collectionOf(task).document, task.due.split('.')).map(({ format }) => format);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((format) => format === 'date' || format === 'date-time')).toBe(true);
  });

  test('says rightly whether its documents are about persons', () => {
    expect(task.isPersonal ?? false).toBe(collectionOf(task).isPersonal);
  });
});

test('every role with tasks has the page in its menu, and no other', () => {
  expect([...new Set(tasks.map(({ role }) => role))].sort()).toEqual([...rolesWithTasks].sort());
});

test('every task has its title, and every title a task', () => {
  const names = [...new Set(tasks.map(({ name }) => name))].sort();
  expect([Object.keys(texts.zh.titles).sort(), Object.keys(texts.en.titles).sort()]).toEqual([names, names]);
});

describe('the tasks of somebody', () => {
  test('are those of all his roles, with his organisation where they ask for one', () => {
    const found = tasksOf({ roles: ['applicant', 'expert'], org: 'NO-ORGNR:919303808' });
    expect(new Set(found.map(({ role }) => role))).toEqual(new Set(['applicant', 'expert']));
    expect(found.find(({ name }) => name === 'answer-risk')?.filter).toEqual({ status: 'assessed', owner: 'NO-ORGNR:919303808' });
  });

  test('are only those that need no organisation where he acts for none', () => {
    expect(tasksOf({ roles: ['applicant'] })).toEqual([]);
    expect(tasksOf({ roles: ['expert'] })).toHaveLength(3);
  });

  test('are none of whoever only reads', () => {
    expect(tasksOf({ roles: ['analyst', 'auditor', 'operator', 'partner'] })).toEqual([]);
  });
});
