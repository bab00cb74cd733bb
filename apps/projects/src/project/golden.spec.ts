import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EventOf } from '@xietong/kernel';
import { stateAfter } from '@xietong/testing';
import { Project } from './project.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/project.registered.v1.json'));
const sampleOf = (name: string) => JSON.parse(readFileSync(join(golden, `project.${name}.json`), 'utf8')) as EventOf<typeof Project.events>;

const planned = ['registered.v1', 'participants-amended.v1', 'plan-set.v1'];
const warned = [...planned, 'progress-reported.v1', 'warned.v1', 'warning-escalated.v1', 'warning-answered.v1'];
const lives = {
  completed: [...warned, 'adjusted.v1', 'suspended.v1', 'resumed.v1', 'completed.v1'],
  exited: [...planned, 'suspended.v1', 'exited.v1'],
};

test.each(Object.entries(lives))("today's code folds the golden events of a project that %s", (status, life) => {
  expect(stateAfter(Project, life.map(sampleOf))).toMatchObject({ status, number: '951956' });
});

test('no golden event is left unfolded', () => {
  const samples = readdirSync(golden).filter((file) => file.endsWith('.json'));
  expect(samples.sort()).toEqual([...new Set(Object.values(lives).flat())].map((name) => `project.${name}.json`).sort());
});
