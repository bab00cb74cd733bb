/** Every reason for which this vocabulary refuses a value. The code is stable; the message is for people and may change. */
export type DomainFaultCode =
  | 'amount-malformed'
  | 'amount-out-of-range'
  | 'calendar-year-unknown'
  | 'currency-mixed'
  | 'date-out-of-range'
  | 'day-count-invalid'
  | 'region-malformed'
  | 'region-unknown';

/** A refused value. Callers branch on `code`; an importer prints the message beside its line number. */
export class DomainFault extends Error {
  override readonly name = 'DomainFault';
  readonly code: DomainFaultCode;

  constructor(code: DomainFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A refused value as a message quotes it: short, on one line, whatever it was. */
export const quoted = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : `a value of type ${typeof value}`;
