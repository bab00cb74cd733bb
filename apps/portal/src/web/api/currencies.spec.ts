import type { Api } from './api.ts';
import { ApiProblem } from './api-problem.ts';
import { readShownCurrency } from './currencies.ts';

// Answers by the query of the address; what is not listed has no amount.
const apiWith = (currenciesBy: Readonly<Record<string, readonly string[]>>): Pick<Api, 'read'> => ({
  read: async (address) => {
    const found = currenciesBy[address.slice(address.lastIndexOf('/') + 1)] ?? [];
    if (found.length > 1) throw new ApiProblem({ status: 422, code: 'currency-needed', currencies: found as never });
    return { unit: found[0] === undefined ? 'minor unit' : `${found[0]} cent` } as never;
  },
});
const shown = (currenciesBy: Readonly<Record<string, readonly string[]>>, filters = {}) =>
  readShownCurrency(apiWith(currenciesBy) as Api, { metric: 'pair-amount', filters }, new AbortController().signal);

describe('the currency in which amounts are shown', () => {
  test('is the only one that there is', async () => {
    expect(await shown({ 'pair-amount': ['EUR'] })).toEqual({ currency: 'EUR', currencies: ['EUR'] });
  });

  test('is the first of several, unless the reader asks for another', async () => {
    const amounts = { 'pair-amount': ['CNY', 'EUR'] };
    expect(await shown(amounts)).toEqual({ currency: 'CNY', currencies: ['CNY', 'EUR'] });
    expect(await shown(amounts, { currency: 'EUR' })).toEqual({ currency: 'EUR', currencies: ['CNY', 'EUR'] });
  });

  test('is one in which there are amounts, whatever is asked for', async () => {
    expect(await shown({ 'pair-amount?region=NO-03': ['EUR'] }, { region: 'NO-03', currency: 'CNY' })).toMatchObject({ currency: 'EUR' });
  });

  test("is the agency's where no amount passes the filters, and none where it has none", async () => {
    const years = { years: { from: 1999, to: 1999 } };
    expect(await shown({ 'granted-amount': ['EUR'] }, years)).toEqual({ currency: 'EUR', currencies: ['EUR'] });
    expect(await shown({}, years)).toEqual({ currencies: [] });
  });

  test('is not made up where the amounts cannot be read', async () => {
    const broken = { read: () => Promise.reject(new ApiProblem({ status: 503, code: 'starting' })) } as unknown as Api;
    await expect(readShownCurrency(broken, { metric: 'pair-amount', filters: {} }, new AbortController().signal)).rejects.toThrow(
      'starting',
    );
  });
});
