import { text } from '@xietong/domain';
import { z } from 'zod';

/** Help for a project behind its plan 帮扶: what is done, in words. `no` tells the assistances of a project apart. */
export const Assistance = z.object({
  no: z.int().positive(),
  kind: z.enum(['expert-guidance', 'equipment', 'funds', 'coordination']),
  measures: text(2000),
});
