/**
 * Every rule of the import, with the words the report prints. RULES.md says the same at length; a test compares the two.
 * `kept`: the line is imported, read as the rule says. `refused`: the line is not imported.
 */
export const rules = {
  'amount-rounded': { verdict: 'kept', words: 'amount rounded half to even to whole cents' },
  'county-of-one-digit': { verdict: 'kept', words: 'county of one digit read with its zero: 3 is NO-03' },
  'no-region': { verdict: 'kept', words: 'no county: participant without a region' },
  'no-organisation-number': { verdict: 'kept', words: 'no organisation number: organisation by name alone' },
  'organisation-twice': { verdict: 'kept', words: 'organisation twice in a project: two participations' },
  'no-date': { verdict: 'kept', words: 'no start or end date: project without it' },
  'no-programme': { verdict: 'kept', words: 'no programme or programme area: project without it' },
  'text-tidied': { verdict: 'kept', words: 'blanks at the ends and control characters taken out of a text' },
  'blank-line': { verdict: 'kept', words: 'empty line passed over' },

  'header-differs': { verdict: 'refused', words: 'the first line is not the header of this data set' },
  'not-utf-8': { verdict: 'refused', words: 'bytes that are not UTF-8' },
  'quotes-broken': { verdict: 'refused', words: 'quotation marks that do not match' },
  'columns-miscounted': { verdict: 'refused', words: 'a cut line, or another delimiter' },
  'line-end-missing': { verdict: 'refused', words: 'the file breaks off in its last line' },
  'project-number-malformed': { verdict: 'refused', words: 'not a project number' },
  'participant-number-malformed': { verdict: 'refused', words: 'not a participant number' },
  'organisation-number-malformed': { verdict: 'refused', words: 'not an organisation number' },
  'county-malformed': { verdict: 'refused', words: 'not a county number' },
  'role-unknown': { verdict: 'refused', words: 'neither COORDINATOR nor PARTICIPANT' },
  'amount-malformed': { verdict: 'refused', words: 'not an amount of EUR' },
  'date-malformed': { verdict: 'refused', words: 'not a date' },
  'text-missing': { verdict: 'refused', words: 'a name is missing' },
  'line-repeated': { verdict: 'refused', words: 'repeats an earlier line word for word' },
  'participation-twice': { verdict: 'refused', words: 'participant number used twice in a project' },
  'two-coordinators': { verdict: 'refused', words: 'a second coordinator in a project' },
  'project-contradicted': { verdict: 'refused', words: 'contradicts what an earlier line says of the project' },
  'project-held-back': { verdict: 'refused', words: 'sound, but another line of its project is refused' },
  'service-refused': { verdict: 'refused', words: 'refused by the projects service' },
} as const satisfies Record<string, { verdict: 'kept' | 'refused'; words: string }>;

export type Rule = keyof typeof rules;

/** A rule that was applied to a line of the file (1 is the header); `detail` says what stood there. */
export interface Finding {
  readonly line: number;
  readonly rule: Rule;
  readonly detail: string;
  readonly project?: string;
}

export const isRefusal = ({ rule }: Finding): boolean => rules[rule].verdict === 'refused';
