import { LocalDate, Reason, text } from '@xietong/domain';
import { AgencyRef, event, Pseudonym } from '@xietong/kernel';
import { z } from 'zod';
import { ReportFigure } from './report-terms.ts';
import { Aim, FigureValue, MetricId, ReportingNumber, ResponsibleOffice, TargetValue, Year } from './target-terms.ts';

/** How a target stood when a report was drafted. */
export const ReportTarget = z.object({
  target: z.string().max(200),
  title: z.string().max(300),
  metric: MetricId,
  unit: z.string().max(40),
  aim: Aim,
  ...TargetValue.shape,
  responsible: ResponsibleOffice,
  actual: FigureValue.optional(),
  expected: z.int().min(0),
  standing: z.enum(['reached', 'on-pace', 'behind', 'no-value']),
});
export type ReportTarget = z.output<typeof ReportTarget>;

/** A report was drafted: its period and its watermark are fixed, and so is every number in it. */
export const reportDrafted = event(
  'report.drafted',
  1,
  z.object({
    agency: AgencyRef,
    number: ReportingNumber,
    title: text(300),
    firstYear: Year,
    lastYear: Year,
    /** The day of the draft at the agency, on which the pace of targets is told. */
    day: LocalDate,
    watermark: z.string().max(4000),
    draftedBy: Pseudonym,
    figures: z.array(ReportFigure).min(1).max(20),
    targets: z.array(ReportTarget).max(200),
  }),
);

/** It was handed to a director, with the words that stand before its tables. */
export const reportSubmitted = event('report.submitted', 1, z.object({ summary: text(5000), submittedBy: Pseudonym }));

/** It goes back to be worded anew; its numbers stay. */
export const reportReturned = event('report.returned', 1, z.object({ reason: Reason }));

/** A director who neither drafted nor submitted it agreed. */
export const reportApproved = event('report.approved', 1, z.object({ approvedBy: Pseudonym }));

/** From now on it is the agency's word. Nothing in it changes any more. */
export const reportPublished = event('report.published', 1, z.object({ on: LocalDate }));

/** It is withdrawn, before it was published or after; what it said stays readable. */
export const reportWithdrawn = event('report.withdrawn', 1, z.object({ reason: Reason }));

/** Every event of a report, in the order of its life. */
export const reportEvents = [reportDrafted, reportSubmitted, reportReturned, reportApproved, reportPublished, reportWithdrawn] as const;
