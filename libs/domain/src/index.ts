export { type CsvCell, csvLine } from './csv.ts';
export { Currency, minorUnitName } from './currency.ts';
export { DomainFault } from './fault.ts';
export type { DomainFaultCode } from './fault.ts';
export { inForceOn } from './in-force.ts';
export { addHours, Instant, isInstant } from './instant.ts';
export { Lang, LocalText, saidIn } from './lang.ts';
export { addDays, addMonths, compareDates, daysBetween, isLocalDate, LocalDate, weekdayOf } from './local-date.ts';
export { formatMoney, Money, parseDecimalAmount, sumMoney, toDecimalText } from './money.ts';
export { checkNorwegianNumber } from './norwegian-organisation-number.ts';
export type { NorwegianNumberFault } from './norwegian-organisation-number.ts';
export {
  checkOrganisationId,
  hasSoundIdentifier,
  IdentifierOverride,
  Organisation,
  OrganisationId,
  OrganisationKind,
} from './organisation.ts';
export { countryOf, isKnownRegion, parseRegion, RegionCode } from './region.ts';
export { regionName } from './region-name.ts';
export { isCrossRegion, isValidAt, liesIn, regionAt, RegionLevel } from './region-rollup.ts';
export { Reason, text } from './text.ts';
export { dayAt, endOfDay, startOfDay, timeZoneOf } from './time-zone.ts';
export { checkUsci, organisationCheckCharacter, usciCheckCharacter } from './usci.ts';
export type { UsciFault } from './usci.ts';
export { addWorkingDays, isProvisional, isWorkingDay, WorkingCalendar, workingCalendarOf, workingDaysBetween } from './working-days.ts';
