import { service } from '@xietong/kernel';
import { problems } from './problems.ts';
import { Project } from './project/project.ts';

/** Demonstration projects 示范项目: what was granted to whom, by which plan, and how far it has come. */
export const projects = service('projects', { aggregates: [Project], problems });
