import {
  reportApproved,
  reportDrafted,
  reportPublished,
  reportReturned,
  reportSubmitted,
  reportWithdrawn,
} from '@xietong/contracts-reporting';
import { z } from 'zod';

const drafted = reportDrafted.schema.shape;
const submitted = { ...drafted, ...reportSubmitted.schema.shape };
const approved = { ...submitted, ...reportApproved.schema.shape };

/** A report as it is stored, and as the API shows it. A draft that was returned keeps its last words and the reason. */
export const ReportState = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('draft'),
    ...drafted,
    summary: reportSubmitted.schema.shape.summary.optional(),
    returned: reportReturned.schema.shape.reason.optional(),
  }),
  z.strictObject({ status: z.literal('submitted'), ...submitted }),
  z.strictObject({ status: z.literal('approved'), ...approved }),
  z.strictObject({ status: z.literal('published'), ...approved, publishedOn: reportPublished.schema.shape.on }),
  z.strictObject({
    status: z.literal('withdrawn'),
    ...drafted,
    summary: reportSubmitted.schema.shape.summary.optional(),
    publishedOn: reportPublished.schema.shape.on.optional(),
    ...reportWithdrawn.schema.shape,
  }),
]);
export type ReportState = z.output<typeof ReportState>;
export type Status = ReportState['status'];
