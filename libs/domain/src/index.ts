export { Currency, minorUnitName } from './currency.ts';
export { DomainFault } from './fault.ts';
export type { DomainFaultCode } from './fault.ts';
export { addHours, Instant, isInstant } from './instant.ts';
export { Lang, LocalText } from './lang.ts';
export { addDays, addMonths, compareDates, daysBetween, isLocalDate, LocalDate, weekdayOf } from './local-date.ts';
export { formatMoney, Money, parseDecimalAmount, sumMoney, toDecimalText } from './money.ts';
export { addWorkingDays, isWorkingDay, WorkingCalendar, workingDaysBetween } from './working-days.ts';
