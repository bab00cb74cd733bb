import type { AggregateWords } from './aggregate-words.ts';
import { alliances } from './alliances.ts';
import { applications } from './applications.ts';
import { casesAboutProjects } from './cases-about-projects.ts';
import { experts } from './experts.ts';
import { journals } from './journals.ts';
import { projects } from './projects.ts';
import { reviews } from './reviews.ts';

/** The words of every aggregate and excerpt of the platform, by its name. */
export const aggregateWords: Readonly<Record<string, AggregateWords>> = {
  ...applications,
  ...reviews,
  ...experts,
  ...projects,
  ...casesAboutProjects,
  ...alliances,
  ...journals,
};
