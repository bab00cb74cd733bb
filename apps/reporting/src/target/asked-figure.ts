import type { Narrowing, TargetValue } from '@xietong/contracts-reporting';
import { minorUnitName } from '@xietong/domain';
import { isRefusal, refuse, type Refusal } from '@xietong/kernel';
import { type Metric } from '../metrics/metric.ts';
import { type Asked, type QuestionRefusal, toQuestion } from '../metrics/question.ts';

/** The figure that a target is measured by, as a query asks for it. */
export const askedBy = (
  metric: string,
  { within, ...narrowing }: Narrowing,
  { firstYear, lastYear }: Omit<TargetValue, 'value'>,
): Asked => ({
  metric,
  year: firstYear === lastYear ? `${firstYear}` : `${firstYear}..${lastYear}`,
  ...narrowing,
  ...(within && within.length > 0 && { within: within.join(',') }),
});

/** Why a figure cannot measure a target. */
type MeasureFault = Exclude<QuestionRefusal['refused'], 'dimension-unfit'> | 'currency-needed';

/** The metric of a target and its unit; or why its figure cannot be asked for. An amount needs its currency, since several have no sum. */
export function measuredBy(asked: Asked): { readonly metric: Metric; readonly unit: string } | Refusal<MeasureFault> {
  const question = toQuestion(asked);
  if (isRefusal(question)) {
    const { refused, field, details } = question;
    if (refused === 'dimension-unfit') throw new Error('a target is measured by a figure without a breakdown');
    // People name it within the target, not in a query string.
    return refuse(refused, details, field === 'metric' ? field : `narrowing.${field}`);
  }
  const { metric } = question;
  if (metric.unit !== 'money') return { metric, unit: metric.unit };
  return asked.currency === undefined
    ? refuse('currency-needed', {}, 'narrowing.currency')
    : { metric, unit: minorUnitName(asked.currency) };
}
