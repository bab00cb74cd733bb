import { ShowcaseContent, showcaseNominated, showcasePublished } from '@xietong/contracts-projects';
import { everyone, type Excerpt } from '@xietong/kernel';
import { z } from 'zod';
import type { ShowcaseState } from './state.ts';

/** What everyone reads of a published showcase: what it tells, and in which annual report it stands. */
const PublishedShowcase = z.strictObject({
  status: z.literal('published'),
  ...showcaseNominated.schema.pick({ project: true, registrar: true }).shape,
  ...ShowcaseContent.shape,
  ...showcasePublished.schema.shape,
});

export const excerpt: Excerpt<ShowcaseState, z.output<typeof PublishedShowcase>> = {
  collection: 'published-showcases',
  state: PublishedShowcase,
  audience: ({ status }) => (status === 'published' ? [everyone] : []),
  of: (showcase) => {
    if (showcase.status !== 'published') throw new Error(`a showcase that is ${showcase.status} has no public part`);
    const { status, project, registrar, title, summary, regions, lessons, year } = showcase;
    return { status, project, registrar, title, summary, regions, lessons, year };
  },
  findBy: ['agency', 'year', 'title', 'region'],
};
