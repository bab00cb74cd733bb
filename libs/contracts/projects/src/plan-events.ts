import { LocalDate } from '@xietong/domain';
import { event } from '@xietong/kernel';
import { z } from 'zod';
import { Plan } from './plan.ts';
import { Reason } from './text.ts';

/** The project has its first plan. */
export const projectPlanSet = event('project.plan-set', 1, Plan);

/** The plan was replaced for a reason, and with it the end of the term where `endsOn` is given. */
export const projectAdjusted = event('project.adjusted', 1, z.object({ ...Plan.shape, endsOn: LocalDate.optional(), reason: Reason }));
