import type { Currency, Money } from '@xietong/domain';
import { formatMoney } from '@xietong/domain';
import {
  formatCount,
  formatCurrency,
  formatDate,
  formatInstant,
  formatList,
  formatMean,
  formatMoneyRoughly,
  formatPercent,
  formatPoints,
  formatShare,
  formatValue,
} from '../format/format.ts';
import { useLanguage } from './language.tsx';
import { dimensionLabel } from './dimension-label.ts';
import { regionLabel } from './region-label.ts';

/** Numbers, amounts, dates and regions as the language of the page writes them. */
export const useFormat = () => {
  const { lang, text } = useLanguage();
  return {
    count: (count: number) => formatCount(count, lang),
    share: (part: number, whole: number) => formatShare(part, whole, lang),
    percent: (percent: number) => formatPercent(percent, lang),
    mean: (sum: number, count: number) => formatMean(sum, count, lang),
    money: (money: Money) => formatMoney(money, lang),
    moneyRoughly: (money: Money) => formatMoneyRoughly(money, lang),
    list: (names: readonly string[]) => formatList(names, lang),
    currency: (currency: Currency) => formatCurrency(currency, lang),
    value: (value: number | string, unit: string) => formatValue(value, unit, lang),
    date: (date: string) => formatDate(date, lang),
    instant: (instant: string) => formatInstant(instant, lang),
    region: (region: string) => regionLabel(region, lang, text),
    /** Points that are told in hundredths, with both decimals: `64.70`. */
    points: (hundredths: number) => formatPoints(hundredths, lang),
    /** What a dimension of a figure says: a region by its name, a state by its word, a year and a field as they are. */
    dimension: (dimension: string, said: string) => dimensionLabel(dimension, said, lang, text),
  };
};
export type Format = ReturnType<typeof useFormat>;
