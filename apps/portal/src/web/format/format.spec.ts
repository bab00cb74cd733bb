import {
  findCurrency,
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
} from './format.ts';

const total = { amount: 167_223_478_237, currency: 'EUR' } as const;

describe('numbers', () => {
  test('of points have both decimals', () => {
    expect([0, 6470, 10_000].map((hundredths) => formatPoints(hundredths, 'zh'))).toEqual(['0.00', '64.70', '100.00']);
  });

  test('are grouped', () => {
    expect([formatCount(1957, 'zh'), formatCount(1957, 'en')]).toEqual(['1,957', '1,957']);
  });

  test('are shares with one decimal, and nothing of nothing has none', () => {
    expect([formatShare(380, 1957, 'zh'), formatShare(0, 12, 'en'), formatShare(0, 0, 'en')]).toEqual(['19.4%', '0.0%', '–']);
  });

  test('are percentages to the hundredth, and whole where they are whole', () => {
    expect([formatPercent(40, 'zh'), formatPercent(33.33, 'en'), formatPercent(0.5, 'zh')]).toEqual(['40%', '33.33%', '0.5%']);
  });

  test('are means, and nothing has none', () => {
    expect([formatMean(2931, 1957, 'en'), formatMean(0, 0, 'zh')]).toEqual(['1.5', '–']);
  });
});

describe('amounts', () => {
  test('are in a currency of a name and a code', () => {
    expect([formatCurrency('CNY', 'zh'), formatCurrency('NOK', 'en')]).toEqual(['人民币（CNY）', 'Norwegian Krone (NOK)']);
  });

  test('are exact to the cent where they are a value', () => {
    expect(formatValue(total.amount, 'EUR cent', 'zh')).toBe('€1,672,234,782.37');
    expect(formatValue(total.amount, 'EUR cent', 'en')).toBe('€1,672,234,782.37');
  });

  test('are rounded where they are read at a glance, in the steps of the language', () => {
    expect(formatMoneyRoughly(total, 'zh')).toBe('€16.72亿');
    expect(formatMoneyRoughly(total, 'en')).toBe('€1.67bn');
  });

  test('are not divided where the currency has no smaller unit', () => {
    expect(formatMoneyRoughly({ amount: 1500, currency: 'JPY' }, 'en')).toBe('JP¥1.5k');
  });

  test('are exact beyond what a number holds', () => {
    expect(formatValue('90071992547409931234', 'EUR cent', 'en')).toBe('€900,719,925,474,099,312.34');
    expect(formatValue('-90071992547409931234', 'CNY fen', 'zh')).toBe('-¥900,719,925,474,099,312.34');
    expect(formatValue('90071992547409931234', 'project', 'en')).toBe('90,071,992,547,409,931,234');
  });

  test('are told from counts by their unit', () => {
    expect([findCurrency('EUR cent'), findCurrency('CNY fen'), findCurrency('projects'), findCurrency('ABC cent')]).toEqual([
      'EUR',
      'CNY',
      undefined,
      undefined,
    ]);
    expect(formatValue(98, 'projects', 'en')).toBe('98');
  });
});

test('shares are read in percent and kilograms in tonnes', () => {
  expect([formatValue(2534, 'basis-point', 'zh'), formatValue(10_000, 'basis-point', 'en')]).toEqual(['25.34%', '100.00%']);
  expect([formatValue(125_300, 'kilogram', 'zh'), formatValue(-1_250_000, 'kilogram', 'en')]).toEqual(['125.3', '-1,250']);
});

test('names in one line are joined as the language joins them', () => {
  expect(formatList(['奥斯陆', '维肯', '特伦德拉格'], 'zh')).toBe('奥斯陆、维肯和特伦德拉格');
  expect(formatList(['Oslo', 'Viken'], 'en')).toBe('Oslo and Viken');
});

describe('dates', () => {
  test('are the same day in every time zone', () => {
    expect([formatDate('2020-05-25', 'zh'), formatDate('2020-05-25', 'en')]).toEqual(['2020年5月25日', '25 May 2020']);
  });

  test('with a time are shown in the zone of the reader', () => {
    expect(formatInstant('2026-01-05T16:30:00.000Z', 'zh', 'Asia/Shanghai')).toBe('2026年1月6日 00:30');
    expect(formatInstant('2026-01-05T16:30:00.000Z', 'en', 'Europe/Oslo')).toBe('5 Jan 2026, 17:30');
  });
});
