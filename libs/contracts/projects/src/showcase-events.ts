import { Reason, RegionCode, text } from '@xietong/domain';
import { event } from '@xietong/kernel';
import { z } from 'zod';
import { AboutProject } from './case-about-project.ts';
import { RuleSetId } from './rule-set-id.ts';

/** What a showcase tells: of which project, in which regions, and what others can learn from it. It names no persons. */
export const ShowcaseContent = z.object({
  title: text(300),
  summary: text(5000),
  regions: z.array(RegionCode).min(1).max(30),
  lessons: text(5000),
});

/** The registrar's officer proposes a project that is done as an example 推荐. */
export const showcaseNominated = event(
  'showcase.nominated',
  1,
  z.object({ ...AboutProject.shape, rules: RuleSetId, ...ShowcaseContent.shape }),
);

/** It was chosen 入选. */
export const showcaseSelected = event('showcase.selected', 1, z.object({}));

/** It was not chosen 未入选. */
export const showcaseDeclined = event('showcase.declined', 1, z.object({ reason: Reason }));

/** It stands in the annual report of the year, and everyone may read its excerpt. */
export const showcasePublished = event('showcase.published', 1, z.object({ year: z.int().min(2000).max(2999) }));

/** It is an example no longer 撤下. */
export const showcaseWithdrawn = event('showcase.withdrawn', 1, z.object({ reason: Reason }));

/** Every event of a showcase, in the order of its life. */
export const showcaseEvents = [showcaseNominated, showcaseSelected, showcaseDeclined, showcasePublished, showcaseWithdrawn] as const;
