import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { countryOf, type RegionCode } from './region.ts';

/** The zones of countries that have one. China's is one by law, from Xinjiang to Heilongjiang. */
const zonesOfCountries: Readonly<Record<string, string>> = { CN: 'Asia/Shanghai', NO: 'Europe/Oslo' };

/** The time zone in which a region's days begin and end, by its name in the IANA database; UTC where it is not known here. */
export const timeZoneOf = (region: RegionCode): string => zonesOfCountries[countryOf(region)] ?? 'UTC';

/** The day that it is in the zone at that moment. */
export const dayAt = (moment: Instant, zone: string): LocalDate =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString() as LocalDate;

/** The first moment of the day in the zone. Where clocks are put forward at midnight it is one o'clock. */
export const startOfDay = (day: LocalDate, zone: string): Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'millisecond' }) as Instant;

/** The first moment after the day in the zone: what is due by the end of that day is late from then on. */
export const endOfDay = (day: LocalDate, zone: string): Instant => startOfDay(addDays(day, 1), zone);
