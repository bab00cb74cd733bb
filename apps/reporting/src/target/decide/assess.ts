import { lastDayOf } from '@xietong/domain';
import { targetAssessed, targetFellBehind } from '@xietong/contracts-reporting';
import { type Context, isRefusal, type Lookup, refuse } from '@xietong/kernel';
import { getMetric } from '../../metrics/catalogue.ts';
import type { Figure } from '../../metrics/figure.ts';
import { askedBy } from '../asked-figure.ts';
import { expectedOn, isBehind } from '../pace.ts';
import { endOfQuarterAt } from '../quarters.ts';
import { currentOf, type TargetState } from '../state.ts';

/** The figure that the target is measured by, as it is now. */
export async function figureOf(look: Lookup, _: object, target: TargetState): Promise<Pick<Figure, 'watermark' | 'rows'>> {
  const figure = await look.ask('figures', askedBy(target.metric, target.narrowing, currentOf(target)), target.agency);
  if (isRefusal(figure)) throw new Error(`the figure of the target is refused: ${figure.refused}`);
  return figure as Figure;
}

export const assess = (
  target: TargetState,
  _: object,
  { now, gathered: { watermark, rows } }: Context<Pick<Figure, 'watermark' | 'rows'>>,
) => {
  const { nextQuarter: quarter, agency, aim } = target;
  if (quarter === undefined || now < endOfQuarterAt(agency, quarter)) return refuse('quarter-running', { quarter });

  const [row] = rows;
  const expected = expectedOn(getMetric(target.metric), currentOf(target), lastDayOf(quarter));
  const assessment = { quarter, version: target.versions.length, watermark, expected, ...(row && { actual: row.value }) };
  const behind = isBehind(aim, row?.value, expected);
  const quartersInARow = behind ? target.behindInARow + 1 : 0;
  return [targetAssessed({ ...assessment, behind }), ...(quartersInARow >= 2 ? [targetFellBehind({ ...assessment, quartersInARow })] : [])];
};
