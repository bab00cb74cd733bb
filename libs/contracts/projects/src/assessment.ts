import { text } from '@xietong/domain';
import { z } from 'zod';
import { Axis } from './call-terms.ts';

/** What a reviewer gives on one axis of the call, from 0 to 100 points. */
export const Score = z.object({ axis: Axis.shape.code, points: z.int().min(0).max(100) });
export type Score = z.output<typeof Score>;

/** Hundredths of a point: points times weights in percent are whole in them, so that no total is rounded. 0 to 10,000. */
export const Hundredths = z.int().min(0).max(10_000);

/** A review's outcome 评分: a score on each axis, their weighted total, and why. */
export const Assessment = z.object({ scores: z.array(Score).min(1).max(10), total: Hundredths, comment: text(5000) });
export type Assessment = z.output<typeof Assessment>;
