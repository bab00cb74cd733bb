import type { LocalDate } from './local-date.ts';

/** What is in force on a day, of a table whose rows each hold from a day on, the earliest first; before all of them the first. */
export const inForceOn = <Row extends { readonly since: LocalDate }>(rows: readonly [Row, ...Row[]], day: LocalDate): Row =>
  rows.findLast(({ since }) => since <= day) ?? rows[0];
