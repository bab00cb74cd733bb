import { Instant, LocalDate, text } from '@xietong/domain';
import { z } from 'zod';

const OnCourse = z.object({ kind: z.literal('on-course') });
/** What is to be corrected, and by the end of which day at the agency; `overdueAt` is the first moment that is too late. */
const ToBeCorrected = z.object({ kind: z.literal('to-be-corrected'), what: text(2000), by: LocalDate, overdueAt: Instant });
const ToBeStopped = z.object({ kind: z.literal('to-be-stopped') });

/** What a midway evaluation 中期评估 comes to. */
export const MidwayVerdict = z.discriminatedUnion('kind', [OnCourse, ToBeCorrected, ToBeStopped]);
export type MidwayVerdict = z.output<typeof MidwayVerdict>;

/** The same as an officer sends it: closed, so that a mistyped field is refused and not lost. */
export const MidwayVerdictInput = z.discriminatedUnion('kind', [
  z.strictObject(OnCourse.shape),
  z.strictObject(ToBeCorrected.omit({ overdueAt: true }).shape),
  z.strictObject(ToBeStopped.shape),
]);
