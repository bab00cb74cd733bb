import { z } from 'zod';
import { Currency, currencies } from './currency.ts';
import { DomainFault, quoted } from './fault.ts';
import type { Lang } from './lang.ts';

/** An amount in whole minor units (fen, cent) of one currency. Negative amounts are debts or corrections. */
export const Money = z.object({ amount: z.int(), currency: Currency });
export type Money = z.infer<typeof Money>;

const safe = (units: bigint): number => {
  const amount = Number(units);
  if (!Number.isSafeInteger(amount))
    throw new DomainFault(
      'amount-out-of-range',
      `the amount exceeds ${Number.MAX_SAFE_INTEGER} minor units and could not be counted exactly`,
    );
  return amount;
};

// Half to even by text: the first digit cut off decides, then whether anything follows it, then the last digit kept.
const roundsUp = (kept: bigint, cut: string) => {
  if (!/^5/.test(cut)) return /^[6-9]/.test(cut);
  return /[1-9]/.test(cut.slice(1)) || kept % 2n === 1n;
};

/**
 * Reads decimal text such as `-1234.5` into minor units, rounding half to even exactly, however long the text.
 * Throws `amount-malformed` (no exponent, grouping, comma or blank is understood) or `amount-out-of-range`.
 */
export const parseDecimalAmount = (text: string, currency: Currency): number => {
  const [matched, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (matched === undefined) throw new DomainFault('amount-malformed', `${quoted(text)} is not a decimal amount like 1234.50`);
  const { digits } = currencies[currency];
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const units = roundsUp(kept, fraction.slice(digits)) ? kept + 1n : kept;
  return safe(sign === '-' ? -units : units);
};

/** The amount as decimal text in major units, `62620000` EUR cent as `626200.00`: the inverse of `parseDecimalAmount`. */
export const toDecimalText = ({ amount, currency }: Money): string => {
  const { digits } = currencies[currency];
  const units = String(Math.abs(amount)).padStart(digits + 1, '0');
  const fraction = digits === 0 ? '' : `.${units.slice(-digits)}`;
  return `${amount < 0 ? '-' : ''}${units.slice(0, units.length - digits)}${fraction}`;
};

/** The amount as people read it, grouped and with its currency: `¥1,234.50` in Chinese, `CN¥1,234.50` in English. */
export const formatMoney = (money: Money, lang: Lang): string => {
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  const { digits } = currencies[money.currency];
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Given as text, because a large amount divided by 100 is no longer exact.
  return format.format(toDecimalText(money) as Intl.StringNumericLiteral);
};

/**
 * The sum of amounts in one currency; without amounts it is zero of that currency.
 * Throws `currency-mixed` when an amount has another currency, `amount-out-of-range` when the sum cannot be counted exactly.
 */
export const sumMoney = (amounts: Iterable<Money>, currency: Currency): Money => {
  let total = 0n;
  for (const money of amounts) {
    if (money.currency !== currency) throw new DomainFault('currency-mixed', `${money.currency} cannot be added to ${currency}`);
    total += BigInt(money.amount);
  }
  return { amount: safe(total), currency };
};
