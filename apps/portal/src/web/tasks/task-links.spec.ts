import { tasks } from './task-list.ts';
import { allOfTaskLink, taskLink } from './task-links.ts';

const taskNamed = (name: string) => {
  const found = tasks.find((task) => task.name === name);
  if (!found) throw new Error(`there is no task '${name}'`);
  return found;
};
const document = { id: 'a/1', version: 1, createdAt: '', updatedAt: '', call: 'CN-331082.kjj.1', content: { area: 'green' } };

test.each([
  ['finish-draft', '/apply/a%2F1'],
  ['resubmit', '/apply/a%2F1'],
  ['answer-invitation', '/reviews/a%2F1'],
  ['score', '/reviews/a%2F1'],
  ['invite-reviewers', '/applications/a%2F1/reviewers'],
  ['shortlist', '/panels/CN-331082.kjj.1/green'],
  ['publicise', '/workbench/projects/applications/a%2F1'],
])('the task %s is done on the page that is made for it, else on the page of its document', (name, link) => {
  expect(taskLink(taskNamed(name), document)).toBe(link);
});

test('an application without an area is on no table, so it is opened itself', () => {
  expect(taskLink(taskNamed('shortlist'), { ...document, content: {} })).toBe('/workbench/projects/applications/a%2F1');
});

test('all of a task are in the list of its collection, narrowed and ordered as it says', () => {
  expect(allOfTaskLink(taskNamed('examine'))).toBe('/workbench/projects/applications?status=submitted&sort=deadline');
});
