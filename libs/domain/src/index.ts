export { DomainFault } from './fault.ts';
export type { DomainFaultCode } from './fault.ts';
export { addHours, Instant, isInstant } from './instant.ts';
export { Lang, LocalText } from './lang.ts';
export { addDays, addMonths, compareDates, daysBetween, isLocalDate, LocalDate, weekdayOf } from './local-date.ts';
