import { showcaseDeclined, showcaseNominated, showcasePublished, showcaseWithdrawn } from '@xietong/contracts-projects';
import { z } from 'zod';

const nominated = showcaseNominated.schema.shape;

/** A showcase as it is stored, and as the API shows it. `year` is that of the annual report. */
export const ShowcaseState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('nominated'), ...nominated }),
  z.strictObject({ status: z.literal('selected'), ...nominated }),
  z.strictObject({ status: z.literal('declined'), ...nominated, ...showcaseDeclined.schema.shape }),
  z.strictObject({ status: z.literal('published'), ...nominated, ...showcasePublished.schema.shape }),
  z.strictObject({
    status: z.literal('withdrawn'),
    ...nominated,
    ...showcasePublished.schema.partial().shape,
    ...showcaseWithdrawn.schema.shape,
  }),
]);
export type ShowcaseState = z.output<typeof ShowcaseState>;
export type Status = ShowcaseState['status'];
