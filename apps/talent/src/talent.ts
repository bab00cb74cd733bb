import { service } from '@xietong/kernel';
import { Expert } from './expert/expert.ts';
import { problems } from './problems.ts';

/** People 人才: the experts whom agencies invite to reviews, and what keeps each from judging what. */
export const talent = service('talent', { aggregates: [Expert], problems });
