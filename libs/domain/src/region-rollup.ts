import { z } from 'zod';
import { chineseDivisions } from './chinese-divisions.ts';
import type { LocalDate } from './local-date.ts';
import { countryOf, findDivision } from './region.ts';
import type { RegionCode } from './region.ts';

/** Levels at which figures compare regions: 县, 地, 省 in China; other countries have only `county`, the region as given. */
export const RegionLevel = z.enum(['county', 'prefecture', 'province']);
export type RegionLevel = z.infer<typeof RegionLevel>;

/** Whether the code was in force that day: founded, not yet abolished. An unknown Chinese code never is, other countries' always are. */
export const isValidAt = (code: RegionCode, date: LocalDate): boolean => {
  const digits = findDivision(code);
  if (countryOf(code) !== 'CN' || digits === undefined) return true;
  const division = chineseDivisions.get(digits);
  if (division === undefined) return false;
  return (division.validFrom ?? date) <= date && (division.validTo === undefined || date < division.validTo);
};

// A division whose area went to several others stays what it was: the code alone cannot say which of them is meant.
const inForce = (digits: string, date: LocalDate): string => {
  const { validTo, replacedBy = [] } = chineseDivisions.get(digits) ?? {};
  const [successor, another] = replacedBy;
  const abolished = validTo !== undefined && validTo <= date;
  return abolished && successor !== undefined && another === undefined ? inForce(successor, date) : digits;
};

// GB/T 2260 splits a municipality into 01 (its districts) and 02 (its counties), which is no border between prefectures; and
// it writes 90 where the province governs a county itself, which then stands for itself.
const prefectureOf = (digits: string): string => {
  if (/^(11|12|31|50)02/.test(digits)) return `${digits.slice(0, 2)}01`;
  return digits.slice(2, 4) === '90' ? digits : digits.slice(0, 4);
};

/**
 * The region that holds this one at a level, by the divisions of that day: an abolished division counts as its only successor.
 * Undefined when the code is wider than the level (`CN-33` has no county) or its country does not have the level.
 */
export const regionAt = (code: RegionCode, level: RegionLevel, date: LocalDate): RegionCode | undefined => {
  const division = findDivision(code);
  if (division === undefined) return undefined;
  if (countryOf(code) !== 'CN') return level === 'county' ? code : undefined;
  const digits = inForce(division, date);
  switch (level) {
    case 'province':
      return `CN-${digits.slice(0, 2)}` as RegionCode;
    case 'prefecture':
      return digits.length < 4 ? undefined : (`CN-${prefectureOf(digits)}` as RegionCode);
    case 'county':
      return digits.length < 6 ? undefined : (`CN-${digits}` as RegionCode);
  }
};

/**
 * True when at least two of the regions are known to be different ones at the level: `CN-331082` and `CN-331002` are two counties
 * of one prefecture. Regions of two countries differ at every level; an unknown region, or one too wide for the level, decides nothing.
 */
export const isCrossRegion = (codes: readonly (RegionCode | undefined)[], level: RegionLevel, date: LocalDate): boolean => {
  const known = codes.filter((code) => code !== undefined);
  const regions = known.map((code) => regionAt(code, level, date)).filter((region) => region !== undefined);
  return new Set(regions).size > 1 || new Set(known.map(countryOf)).size > 1;
};

/** Whether a region is another one or lies in it, by the divisions of that day: `CN-331082` in `CN-3310`, in `CN-33` and in `CN`. */
export const liesIn = (code: RegionCode, wider: RegionCode, date: LocalDate): boolean =>
  code === wider ||
  (findDivision(wider) === undefined && countryOf(code) === wider) ||
  RegionLevel.options.some((level) => regionAt(code, level, date) === wider);
