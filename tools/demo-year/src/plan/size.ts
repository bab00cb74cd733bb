/** How large a year is. */
export interface YearSize {
  readonly applications: number;
  readonly approved: number;
}

/** The year of the demonstration. */
export const wholeYear: YearSize = { applications: 320, approved: 100 };

/** The least that still has one of everything. */
export const smallestYear: YearSize = { applications: 12, approved: 4 };

/** Throws, in a sentence, for a year in which not everything can happen that a year shows. */
export function checkSize({ applications, approved }: YearSize): void {
  if (!Number.isInteger(applications) || !Number.isInteger(approved) || approved < smallestYear.approved)
    throw new Error(`a year approves at least ${smallestYear.approved} applications`);
  if (applications < 3 * approved) throw new Error(`of ${applications} applications at most ${Math.floor(applications / 3)} are approved`);
  if (applications > 2_000) throw new Error('a year has at most 2,000 applications');
}

/** A part of the whole year's hundred, or three hundred and twenty, for a year of another size: at least one. */
export const partOf = (whole: number, count: number, wholeCount: number): number => Math.max(1, Math.round((count * whole) / wholeCount));
