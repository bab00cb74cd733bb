import { z } from 'zod';
import { chineseDivisions } from './chinese-divisions.ts';
import { DomainFault, quoted } from './fault.ts';
import { saidIn } from './lang.ts';

// ISO 3166 country, then its division: 2, 4 or 6 digits of GB/T 2260 for China, whatever the country uses for others.
const shape = /^(CN(-\d{2}(\d{2}){0,2})?|(?!CN)[A-Z]{2}(-[A-Z0-9]{1,6})?)$/;

/** A region: `CN-331082` (county), `CN-3310` (prefecture), `CN-33` (province), `NO-03`, or a whole country where no more is known. */
export type RegionCode = Uppercase<string>;

const isRegionCode = (text: string): text is RegionCode => shape.test(text);

/** The shape of a region code. It accepts unknown Chinese codes, so that an event stays readable for ever; `parseRegion` is the door for new ones. */
export const RegionCode = z
  .string()
  .refine(isRegionCode, saidIn({ zh: '不是区域代码（如 CN-331082、NO-03）', en: 'not a region code like CN-331082 or NO-03' }))
  .meta({ pattern: shape.source });

/** The ISO 3166 country in which the region lies. */
export const countryOf = (code: RegionCode): string => code.slice(0, 2);

/** The division within its country, `331082` of `CN-331082`; undefined for a whole country. */
export const findDivision = (code: RegionCode): string | undefined => code.slice(3) || undefined;

/** True for a Chinese code of today or a recorded one of the past, and for every code of another country: those are accepted as given. */
export const isKnownRegion = (code: RegionCode): boolean => {
  const division = findDivision(code);
  return countryOf(code) !== 'CN' || division === undefined || chineseDivisions.has(division);
};

/** Reads a region code from outside. Throws `region-malformed`, or `region-unknown` for a Chinese code that GB/T 2260 does not have. */
export const parseRegion = (value: unknown): RegionCode => {
  const parsed = RegionCode.safeParse(value);
  if (!parsed.success) throw new DomainFault('region-malformed', `${quoted(value)} is not a region code like CN-331082 or NO-03`);
  if (!isKnownRegion(parsed.data)) throw new DomainFault('region-unknown', `${parsed.data} is no division of China`);
  return parsed.data;
};
