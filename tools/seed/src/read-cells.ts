import {
  DomainFault,
  isLocalDate,
  type LocalDate,
  type OrganisationId,
  parseDecimalAmount,
  parseRegion,
  type RegionCode,
} from '@xietong/domain';
import type { Column } from './columns.ts';
import type { Row } from './read-dataset.ts';
import type { Finding, Rule } from './rules.ts';

/** What a cell says, and the rule that had to be applied to it; a cell that is refused or says nothing has no value. */
export interface Cell<Value> {
  readonly value?: Value;
  readonly rule?: Rule;
}

/** Reads cells of one row and notes every rule that was applied. */
export function cellReader({ line, cells }: Row, findings: Finding[]) {
  return <Value>(column: Column, read: (text: string) => Cell<Value>): Value | undefined => {
    const { value, rule } = read(cells[column]);
    if (rule) findings.push({ line, project: cells.Prosjektnr, rule, detail: `${column}: ${JSON.stringify(cells[column].slice(0, 80))}` });
    return value;
  };
}

export const readText = (text: string): Cell<string> => {
  // The publisher lost a letter of some names to the control character SUB, and one title has tabs.
  const value = text.replace(/\p{Cc}+/gu, ' ').trim();
  if (value === '') return { rule: 'text-missing' };
  return value === text ? { value } : { value, rule: 'text-tidied' };
};

export const readProgramme = (text: string): Cell<string> => (text.trim() === '' ? { rule: 'no-programme' } : readText(text));

export const readDate = (text: string): Cell<LocalDate> => {
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})(?: 00:00)?$/.exec(text) ?? [];
  const value = `${year}-${month}-${day}`;
  return isLocalDate(value) ? { value } : { rule: 'date-malformed' };
};

export const readOptionalDate = (text: string): Cell<LocalDate> => (text === '' ? { rule: 'no-date' } : readDate(text));

export const readParticipantNumber = (text: string): Cell<number> =>
  /^[1-9]\d{0,5}$/.test(text) ? { value: Number(text) } : { rule: 'participant-number-malformed' };

export const readOrganisation = (text: string): Cell<OrganisationId> => {
  if (text === '') return { rule: 'no-organisation-number' };
  return /^\d{9}$/.test(text) ? { value: `NO-ORGNR:${text}` } : { rule: 'organisation-number-malformed' };
};

export const readCounty = (text: string): Cell<RegionCode> => {
  if (text === '') return { rule: 'no-region' };
  if (/^[1-9]$/.test(text)) return { value: parseRegion(`NO-0${text}`), rule: 'county-of-one-digit' };
  return /^\d\d$/.test(text) ? { value: parseRegion(`NO-${text}`) } : { rule: 'county-malformed' };
};

export const readRole = (text: string): Cell<'lead' | 'partner'> => {
  if (text === 'COORDINATOR') return { value: 'lead' };
  return text === 'PARTICIPANT' ? { value: 'partner' } : { rule: 'role-unknown' };
};

/** EUR cents, exactly: `626199.99999984` is 62620000. */
export const readCents = (text: string): Cell<number> => {
  try {
    const value = parseDecimalAmount(text, 'EUR');
    if (value < 0) return { rule: 'amount-malformed' };
    return /\.\d\d\d*[1-9]/.test(text) ? { value, rule: 'amount-rounded' } : { value };
  } catch (fault) {
    if (fault instanceof DomainFault) return { rule: 'amount-malformed' };
    throw fault;
  }
};
