import { LocalDate } from '@xietong/domain';
import { z } from 'zod';

/** A quarter of the calendar 季度: `2026-Q1`. Quarters compare with `<` and `===`. */
export const Quarter = z.string().regex(/^[1-9]\d{3}-Q[1-4]$/);
export type Quarter = z.output<typeof Quarter>;

const firstDays = { Q1: '01-01', Q2: '04-01', Q3: '07-01', Q4: '10-01' };
const lastDays = { Q1: '03-31', Q2: '06-30', Q3: '09-30', Q4: '12-31' };
const dayIn = (quarter: Quarter, days: typeof firstDays): LocalDate =>
  LocalDate.parse(`${quarter.slice(0, 4)}-${days[quarter.slice(5) as keyof typeof firstDays]}`);

/** The quarter in which a day lies. */
export const quarterOf = (day: LocalDate): Quarter => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** The first day of a quarter: `2026-04-01` of `2026-Q2`. */
export const firstDayOf = (quarter: Quarter): LocalDate => dayIn(quarter, firstDays);

/** The last day of a quarter: `2026-06-30` of `2026-Q2`. */
export const lastDayOf = (quarter: Quarter): LocalDate => dayIn(quarter, lastDays);
