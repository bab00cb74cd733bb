import { applicationApproved, idUnder, panelShortlisted } from '@xietong/contracts-projects';
import { agencyOf, reaction } from '@xietong/kernel';
import { Application } from './application/application.ts';
import { Project } from './project/project.ts';

/** Each application that the panel put on the list is on it; one that was withdrawn meanwhile is not. */
export const shortlistFollowsPanel = reaction('shortlist follows panel', {
  context: 'projects',
  on: panelShortlisted,
  aggregate: Application,
  command: 'shortlist',
  orders: ({ data }) => data.applications.map(({ application }) => ({ id: application, input: {} })),
  unless: ['not-eligible'],
});

/** What is approved becomes a project, under the number that the approval gave it. */
export const projectFollowsApproval = reaction('project follows approval', {
  context: 'projects',
  on: applicationApproved,
  aggregate: Project,
  command: 'register',
  orders: ({ data: { registration } }, { source }) =>
    registration ? [{ id: idUnder(agencyOf(source), registration.number), input: registration }] : [],
});
