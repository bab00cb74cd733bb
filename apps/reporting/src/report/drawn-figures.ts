import type { ReportFigure, ReportTarget } from '@xietong/contracts-reporting';
import type { LocalDate } from '@xietong/domain';
import { AgencyRef, isRefusal, type Lookup, refuse, type Refusal } from '@xietong/kernel';
import { getMetric } from '../metrics/catalogue.ts';
import type { Figure } from '../metrics/figure.ts';
import type { QuestionRefusal } from '../metrics/question.ts';
import { askedBy } from '../target/asked-figure.ts';
import { expectedOn, standingOf } from '../target/pace.ts';
import { currentOf, type TargetState } from '../target/state.ts';
import type { Draft } from './decide/draft.ts';

/** The numbers of a report, all at one watermark. */
export interface Drawn {
  readonly watermark: string;
  readonly figures: readonly ReportFigure[];
  readonly targets: readonly { readonly id: string; readonly state: TargetState; readonly actual?: number | string }[];
}

export type DrawFault = QuestionRefusal['refused'] | 'currency-needed' | 'agency-needed';

/** The agency under whose name a report has its id: `NO-03/rcn` of `NO-03.rcn.2026-01`. */
const agencyOfId = (id: string): AgencyRef | undefined => AgencyRef.safeParse(id.split('.').slice(0, 2).join('/')).data;

/**
 * Asks the figures' own query for all that the report shows: the first figure as of now, and all else at the watermark of its answer, so that
 * every number is of one moment. A refusal names the figure at fault.
 */
export async function drawFigures(
  look: Lookup,
  { figures, firstYear, lastYear }: Draft,
  _: undefined,
  id: string,
): Promise<Drawn | Refusal<DrawFault>> {
  const agency = agencyOfId(id);
  if (agency === undefined) return refuse('agency-needed');
  let watermark: string | undefined;
  const drawn: ReportFigure[] = [];
  for (const [place, { metric, by, narrowing }] of figures.entries()) {
    const question = { ...askedBy(metric, narrowing ?? {}, { firstYear, lastYear }), ...(by && { by: by.join(',') }) };
    const figure = (await look.ask('figures', { ...question, ...(watermark !== undefined && { at: watermark }) }, agency)) as
      Figure | Refusal<DrawFault>;
    if (isRefusal(figure))
      return refuse(figure.refused as DrawFault, figure.details, `figures.${place}${figure.field ? `.${fieldOf(figure.field)}` : ''}`);
    watermark ??= figure.watermark;
    const { name, definition } = getMetric(metric);
    const { metric: _, ...asked } = question;
    drawn.push({
      ...{ metric, name, definition, unit: figure.unit, by: [...(by ?? [])] },
      question: new URLSearchParams(asked).toString(),
      rows: figure.rows.map((row) => ({ ...row })) as ReportFigure['rows'],
    });
  }
  if (watermark === undefined) throw new Error('a report has no figure');
  return { watermark, figures: drawn, targets: await drawTargets(look, agency, watermark) };
}

// People name it within the report, not in a query string.
const fieldOf = (field: string): string => (field === 'metric' || field === 'by' ? field : `narrowing.${field}`);

async function drawTargets(look: Lookup, agency: AgencyRef, at: string): Promise<Drawn['targets']> {
  const found = (await look.list('targets', 'agency', [agency])) as readonly { id: string; state: TargetState }[];
  const drawn: { id: string; state: TargetState; actual?: number | string }[] = [];
  for (const { id, state } of found) {
    const figure = (await look.ask('figures', { ...askedBy(state.metric, state.narrowing, currentOf(state)), at }, agency)) as
      Figure | Refusal;
    if (isRefusal(figure)) throw new Error(`the figure of target ${id} is refused: ${figure.refused}`);
    drawn.push({ id, state, ...(figure.rows[0] && { actual: figure.rows[0].value }) });
  }
  return drawn;
}

/** How a target stands on the day of the draft. */
export function toReportTarget({ id, state, actual }: Drawn['targets'][number], day: LocalDate): ReportTarget {
  const { title, metric, unit, aim, responsible } = state;
  const { firstYear, lastYear, value } = currentOf(state);
  const expected = expectedOn(getMetric(metric), { firstYear, lastYear, value }, day);
  return {
    ...{ target: id, title, metric, unit, aim, firstYear, lastYear, value, responsible, expected },
    ...(actual !== undefined && { actual }),
    standing: standingOf(aim, value, actual, expected),
  };
}
