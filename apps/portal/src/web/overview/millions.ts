import type { Currency } from '@xietong/domain';
import { findCurrency } from '../format/format.ts';

const minorUnitsOf = (currency: Currency) =>
  10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2);

/** An amount in millions, short enough for a cell: `123`, `12`, `4.2`, `<0.1`. The exact one is in the cell's label. */
export const toMillions = (value: number, unit: string): string => {
  const currency = findCurrency(unit);
  const millions = value / (currency ? minorUnitsOf(currency) : 1) / 1_000_000;
  if (millions === 0) return '0';
  if (millions > 0 && millions < 0.05) return '<0.1';
  return millions >= 9.95 ? String(Math.round(millions)) : millions.toFixed(1);
};
