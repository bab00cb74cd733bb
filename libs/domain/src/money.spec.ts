import fc from 'fast-check';
import { minorUnitName } from './currency.ts';
import type { Currency } from './currency.ts';
import { formatMoney, Money, parseDecimalAmount, sumMoney, toDecimalText } from './money.ts';

const currency = fc.constantFrom<Currency>('CNY', 'EUR', 'JPY', 'KWD');
const safeAmount = fc.maxSafeInteger();
const refusal = (code: string) => expect.objectContaining({ code });

describe('reading a decimal amount', () => {
  it.each([
    ['626199.99999984', 'EUR', 62_620_000],
    ['50000', 'EUR', 5_000_000],
    ['3518202.75', 'EUR', 351_820_275],
    ['0.005', 'EUR', 0],
    ['0.015', 'EUR', 2],
    ['0.025', 'EUR', 2],
    ['0.0250000000000000000000000000000001', 'EUR', 3],
    ['-0.025', 'CNY', -2],
    ['-0.035', 'CNY', -4],
    ['-0.001', 'CNY', 0],
    ['2.5', 'JPY', 2],
    ['3.5', 'JPY', 4],
    ['1.2345', 'KWD', 1234],
    ['007.10', 'EUR', 710],
    ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
  ] as const)('%s in %s is %i minor units, halves going to the even one', (text, in_, units) => {
    expect(parseDecimalAmount(text, in_)).toBe(units);
  });

  it.each(['', ' ', '1,5', '1 000', '1e5', '.5', '5.', '+5', '--5', 'NaN', 'Infinity', '0x10', '１２', '12€', '1.2.3', '5\n'])(
    'refuses %j as malformed',
    (text) => {
      expect(() => parseDecimalAmount(text, 'EUR')).toThrow(refusal('amount-malformed'));
    },
  );

  it.each(['90071992547409.92', '-90071992547409.92', '90071992547409.915', '9'.repeat(400)])(
    'refuses %s, which could not be counted exactly',
    (text) => {
      expect(() => parseDecimalAmount(text, 'EUR')).toThrow(refusal('amount-out-of-range'));
    },
  );

  it('agrees with exact fractions: nearest unit, and on a tie the even one', () => {
    // One less than the greatest amount, which a fraction may round up to one that is refused.
    const wholes = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 1 });
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(wholes, digits, fc.boolean(), (whole, fraction, negative) => {
        const units = BigInt(parseDecimalAmount(`${negative ? '-' : ''}${whole}.${fraction}`, 'JPY')) * (negative ? -1n : 1n);
        const scale = 10n ** BigInt(fraction.length);
        const doubled = 2n * (units * scale - (BigInt(whole) * scale + BigInt(fraction)));
        const distance = doubled < 0n ? -doubled : doubled;
        expect(distance < scale || (distance === scale && units % 2n === 0n)).toBe(true);
      }),
    );
  });

  it('reads back exactly what was written', () => {
    fc.assert(
      fc.property(safeAmount, currency, (amount, in_) => {
        expect(parseDecimalAmount(toDecimalText({ amount, currency: in_ }), in_)).toBe(amount + 0);
      }),
    );
  });
});

describe('money', () => {
  it.each([
    { amount: 0.5, currency: 'EUR' },
    { amount: 2 ** 53, currency: 'EUR' },
    { amount: '5', currency: 'EUR' },
    { amount: 5, currency: 'ABC' },
  ])('is not %j', (value) => {
    expect(Money.safeParse(value).success).toBe(false);
  });

  it('counts in units that figures can name', () => {
    expect(minorUnitName('EUR')).toBe('EUR cent');
    expect(minorUnitName('CNY')).toBe('CNY fen');
    expect(minorUnitName('JPY')).toBe('JPY yen');
  });
});

describe('adding money', () => {
  it('adds up whole minor units, in any order, without loss', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (amounts) => {
        const sum = sumMoney(
          amounts.map((amount) => ({ amount, currency: 'CNY' as const })),
          'CNY',
        );
        expect(BigInt(sum.amount)).toBe(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
      }),
    );
  });

  it('is zero of the currency asked for when there is nothing to add', () => {
    expect(sumMoney([], 'EUR')).toEqual({ amount: 0, currency: 'EUR' });
  });

  it('refuses to mix currencies', () => {
    expect(() => sumMoney([{ amount: 1, currency: 'CNY' }], 'EUR')).toThrow(refusal('currency-mixed'));
  });

  it('refuses a sum beyond exact counting, yet not because of what it passes on the way', () => {
    const most: Money = { amount: Number.MAX_SAFE_INTEGER, currency: 'EUR' };
    expect(() => sumMoney([most, { amount: 1, currency: 'EUR' }], 'EUR')).toThrow(refusal('amount-out-of-range'));
    expect(sumMoney([most, most, { amount: -Number.MAX_SAFE_INTEGER, currency: 'EUR' }], 'EUR')).toEqual(most);
  });
});

describe('showing money', () => {
  it.each([
    [{ amount: 167_223_478_237, currency: 'EUR' }, 'zh', '€1,672,234,782.37'],
    [{ amount: 123_450, currency: 'CNY' }, 'zh', '¥1,234.50'],
    [{ amount: 123_450, currency: 'CNY' }, 'en', 'CN¥1,234.50'],
    [{ amount: 1234, currency: 'JPY' }, 'en', 'JP¥1,234'],
    [{ amount: -5, currency: 'EUR' }, 'en', '-€0.05'],
    [{ amount: Number.MAX_SAFE_INTEGER, currency: 'EUR' }, 'en', '€90,071,992,547,409.91'],
  ] as const)('%j in %s reads %s', (money, lang, text) => {
    expect(formatMoney(money, lang)).toBe(text);
  });
});
