import { showcasePublished } from '@xietong/contracts-projects';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import type { ShowcaseState } from '../state.ts';

export const Publish = z.strictObject(showcasePublished.schema.shape);
export type Publish = z.output<typeof Publish>;

export const publish = ({ status, registrar }: ShowcaseState, { year }: Publish, { now }: Context) => {
  if (status !== 'selected') return refuse('not-selected', { status });
  // The report of a year is written in its last months, or in the year after.
  const thisYear = Number(todayAt(registrar, now).slice(0, 4));
  const open = [thisYear - 1, thisYear];
  return open.includes(year) ? [showcasePublished({ year })] : refuse('report-year-wrong', { years: open }, 'year');
};
