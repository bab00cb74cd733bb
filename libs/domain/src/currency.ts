import { z } from 'zod';

/** Currencies by ISO 4217: how many decimal digits an amount has, and what its smallest unit is called. */
export const currencies = {
  AUD: { digits: 2, minorUnit: 'cent' },
  BRL: { digits: 2, minorUnit: 'centavo' },
  CAD: { digits: 2, minorUnit: 'cent' },
  CHF: { digits: 2, minorUnit: 'centime' },
  CNY: { digits: 2, minorUnit: 'fen' },
  CZK: { digits: 2, minorUnit: 'haléř' },
  DKK: { digits: 2, minorUnit: 'øre' },
  EUR: { digits: 2, minorUnit: 'cent' },
  GBP: { digits: 2, minorUnit: 'penny' },
  HKD: { digits: 2, minorUnit: 'cent' },
  HUF: { digits: 2, minorUnit: 'fillér' },
  INR: { digits: 2, minorUnit: 'paisa' },
  ISK: { digits: 0, minorUnit: 'króna' },
  JPY: { digits: 0, minorUnit: 'yen' },
  KRW: { digits: 0, minorUnit: 'won' },
  KWD: { digits: 3, minorUnit: 'fils' },
  MOP: { digits: 2, minorUnit: 'avo' },
  NOK: { digits: 2, minorUnit: 'øre' },
  NZD: { digits: 2, minorUnit: 'cent' },
  PLN: { digits: 2, minorUnit: 'grosz' },
  RUB: { digits: 2, minorUnit: 'kopek' },
  SEK: { digits: 2, minorUnit: 'öre' },
  SGD: { digits: 2, minorUnit: 'cent' },
  THB: { digits: 2, minorUnit: 'satang' },
  TWD: { digits: 2, minorUnit: 'cent' },
  USD: { digits: 2, minorUnit: 'cent' },
  VND: { digits: 0, minorUnit: 'đồng' },
  ZAR: { digits: 2, minorUnit: 'cent' },
} as const;

/** A currency whose minor unit is known, by its ISO 4217 code. */
export const Currency = z.enum(Object.keys(currencies) as (keyof typeof currencies)[]);
export type Currency = z.infer<typeof Currency>;

/** The unit in which amounts of this currency are counted, as figures name it: `EUR cent`, `CNY fen`, `JPY yen`. */
export const minorUnitName = (currency: Currency): string => `${currency} ${currencies[currency].minorUnit}`;
