import { pickFields } from '@xietong/kernel';

/** The order in which MongoDB has texts: that of their bytes. */
export const inBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** Of what was selected, a copy with these fields alone; with all where none are named. */
export const copyOf = (state: object, fields: readonly string[] | undefined): object =>
  structuredClone(fields ? pickFields(state, fields) : state);
