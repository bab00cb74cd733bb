import type { LocalDate } from './local-date.ts';
import { divisionChanges } from './region-changes.ts';
import { regionTable } from './region-table.ts';

/** A division of China by its digits, today's or a recorded one of the past. */
export interface ChineseDivision {
  readonly name: string;
  /** First day of its existence, where that is recorded. */
  readonly validFrom?: LocalDate;
  /** First day on which it no longer existed. */
  readonly validTo?: LocalDate;
  /** Divisions that took over its area. */
  readonly replacedBy?: readonly string[];
}

const divisions = new Map<string, ChineseDivision>();

for (const line of regionTable.trim().split('\n')) {
  const [head = '', ...counties] = line.split(' ');
  const [, digits = '', name = ''] = /^(\d+)(.+)$/.exec(head) ?? [];
  divisions.set(digits, { name });
  for (const county of counties) divisions.set(digits + county.slice(0, 2), { name: county.slice(2) });
}

for (const { on, founded = [], retired = {} } of divisionChanges) {
  for (const entry of founded) {
    const [digits = '', name = ''] = entry.split(' ');
    divisions.set(digits, { name, validFrom: on });
  }
  for (const [entry, replacedBy] of Object.entries(retired)) {
    const [digits = '', name = ''] = entry.split(' ');
    divisions.set(digits, { ...divisions.get(digits), name, validTo: on, replacedBy });
  }
}

/** Every division by its 2, 4 or 6 digits: those of GB/T 2260 in the table's year and those of the recorded changes. */
export const chineseDivisions: ReadonlyMap<string, ChineseDivision> = divisions;
