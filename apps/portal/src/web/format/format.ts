import { Currency, formatMoney, type Lang, type Money } from '@xietong/domain';

const localeOf = (lang: Lang) => (lang === 'zh' ? 'zh-CN' : 'en-GB');

/** `1957` as `1,957`. */
export const formatCount = (count: number, lang: Lang): string => new Intl.NumberFormat(localeOf(lang)).format(count);

/** `3 of 12` as `25.0%`; nothing of nothing has no share and is a dash. */
export const formatShare = (part: number, whole: number, lang: Lang): string =>
  whole === 0
    ? '–'
    : new Intl.NumberFormat(localeOf(lang), { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(part / whole);

/** A percentage as exact as it is counted, to the hundredth: `40` as `40%`, `33.33` as `33.33%`. */
export const formatPercent = (percent: number, lang: Lang): string =>
  new Intl.NumberFormat(localeOf(lang), { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100);

/** Points of a review, told in hundredths, with both decimals, so that they can be compared in a column: `6470` as `64.70`. */
export const formatPoints = (hundredths: number, lang: Lang): string =>
  new Intl.NumberFormat(localeOf(lang), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(hundredths / 100);

/** A mean with one or two decimals, `1.5`; of nothing it is a dash. */
export const formatMean = (sum: number, count: number, lang: Lang): string =>
  count === 0 ? '–' : new Intl.NumberFormat(localeOf(lang), { maximumFractionDigits: 2 }).format(sum / count);

/** A large amount to read at a glance: `€16.72亿`, `€1.67bn`. Beside it stands the exact one of `formatMoney`. */
export const formatMoneyRoughly = ({ amount, currency }: Money, lang: Lang): string => {
  const money = { style: 'currency', currency } as const;
  const digits = new Intl.NumberFormat('en', money).resolvedOptions().maximumFractionDigits ?? 2;
  const format = new Intl.NumberFormat(localeOf(lang), {
    ...money,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  });
  return format.format(amount / 10 ** digits);
};

/** A day as people write it: `2020年5月25日`, `25 May 2020`. */
export const formatDate = (date: string, lang: Lang): string =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: lang === 'zh' ? 'long' : 'medium', timeZone: 'UTC' }).format(new Date(date));

/** A moment in the reader's own time zone, to the minute. */
export const formatInstant = (instant: string, lang: Lang, timeZone?: string): string =>
  new Intl.DateTimeFormat(localeOf(lang), {
    dateStyle: lang === 'zh' ? 'long' : 'medium',
    timeStyle: 'short',
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(instant));

/** A currency by its name and code: `人民币（CNY）`, `Chinese Yuan (CNY)`. */
export const formatCurrency = (currency: Currency, lang: Lang): string => {
  const name = new Intl.DisplayNames(localeOf(lang), { type: 'currency' }).of(currency) ?? currency;
  return lang === 'zh' ? `${name}（${currency}）` : `${name} (${currency})`;
};

/** What a figure counts: money of a currency in minor units (`EUR cent`), or things. */
export const findCurrency = (unit: string): Currency | undefined => Currency.safeParse(unit.slice(0, unit.indexOf(' '))).data;

// Digits beyond what a number holds exactly: the point is set into the text, and the text is what is formatted.
const formatLongAmount = (minorUnits: string, currency: Currency, lang: Lang): string => {
  const format = new Intl.NumberFormat(localeOf(lang), { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const whole = minorUnits.slice(0, minorUnits.length - digits);
  return format.format(`${whole}.${minorUnits.slice(whole.length)}` as Intl.StringNumericLiteral);
};

// Units of which reporting counts a part that is whole, and how people read them.
const partsOfUnits: Readonly<Record<string, { readonly parts: number; readonly written: Intl.NumberFormatOptions }>> = {
  'basis-point': { parts: 10_000, written: { style: 'percent', minimumFractionDigits: 2 } },
  kilogram: { parts: 1000, written: { maximumFractionDigits: 3 } },
};

/**
 * A figure's value by its unit: `98`, `€626,200.00` of `62620000` in `EUR cent`, `25.34%` of `2534` in `basis-point`, tonnes of kilograms. A
 * value in text is exact, however long.
 */
export const formatValue = (value: number | string, unit: string, lang: Lang): string => {
  const inParts = partsOfUnits[unit];
  if (inParts) return new Intl.NumberFormat(localeOf(lang), inParts.written).format(Number(value) / inParts.parts);
  const currency = findCurrency(unit);
  if (typeof value === 'string')
    return currency ? formatLongAmount(value, currency, lang) : new Intl.NumberFormat(localeOf(lang)).format(BigInt(value));
  return currency ? formatMoney({ amount: value, currency }, lang) : formatCount(value, lang);
};

/** Several names in one line: `奥斯陆、维肯和特伦德拉格`, `Oslo, Viken and Trøndelag`. */
export const formatList = (names: readonly string[], lang: Lang): string =>
  new Intl.ListFormat(localeOf(lang), { type: 'conjunction' }).format(names);
