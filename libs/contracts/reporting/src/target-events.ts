import { LocalDate, Quarter, Reason, text } from '@xietong/domain';
import { AgencyRef, event } from '@xietong/kernel';
import { z } from 'zod';
import { Aim, FigureValue, MetricId, Narrowing, ReportingNumber, ResponsibleOffice, TargetValue } from './target-terms.ts';

/** An agency set a target 规划指标 for one of its figures; `unit` is that of the figure: `project`, `CNY fen`, `basis-point`. */
export const targetSet = event(
  'target.set',
  1,
  z.object({
    agency: AgencyRef,
    number: ReportingNumber,
    title: text(300),
    metric: MetricId,
    narrowing: Narrowing,
    unit: z.string().max(40),
    aim: Aim,
    ...TargetValue.shape,
    responsible: ResponsibleOffice,
    setOn: LocalDate,
  }),
);

/** It has another value or period from now on: the version `version`, the first being 1. What was assessed before stays as it was. */
export const targetRevised = event('target.revised', 1, z.object({ version: z.int().min(2), ...TargetValue.shape, reason: Reason }));

/** Another office answers for it. */
export const targetAssigned = event('target.assigned', 1, z.object({ responsible: ResponsibleOffice }));

const assessment = {
  quarter: Quarter,
  version: z.int().positive(),
  watermark: z.string().max(4000),
  /** Nothing where the figure has no value yet, such as a share of nothing. */
  actual: FigureValue.optional(),
  expected: z.int().min(0),
};

/** At the end of a quarter: what the figure came to at this watermark, what the pace asked for, and whether it is behind. */
export const targetAssessed = event('target.assessed', 1, z.object({ ...assessment, behind: z.boolean() }));

/** A notice: the target is behind for the second quarter in a row, or for one more. */
export const targetFellBehind = event('target.fell-behind', 1, z.object({ ...assessment, quartersInARow: z.int().min(2) }));

/** Every event of a target, in the order of its life. */
export const targetEvents = [targetSet, targetRevised, targetAssigned, targetAssessed, targetFellBehind] as const;
