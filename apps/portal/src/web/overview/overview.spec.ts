import type { Api } from '../api/api.ts';
import { readOverview, totalOf } from './overview.ts';

const recorder = () => {
  const asked: URL[] = [];
  const api: Api = {
    read: async (address) => {
      asked.push(new URL(address, 'http://portal'));
      return { metric: 'x', unit: 'EUR cent', watermark: 'NO-03.rcn.projects:7', rows: [] } as never;
    },
    decide: () => Promise.reject(new Error('nothing is decided')),
    command: () => Promise.reject(new Error('nothing is commanded')),
    upload: () => Promise.reject(new Error('nothing is sent up')),
    download: () => Promise.reject(new Error('nothing is downloaded')),
  };
  return { api, asked };
};

const signal = new AbortController().signal;

describe('the overview', () => {
  test('reads all its figures at the watermark of the first, so that they agree', async () => {
    const { api, asked } = recorder();
    await readOverview(api, {}, signal);
    const watermarks = asked.map(({ searchParams }) => searchParams.get('at'));
    expect(watermarks).toEqual([null, ...Array.from({ length: 10 }, () => 'NO-03.rcn.projects:7')]);
  });

  test('narrows every figure, and names the currency shown to amounts only: reporting refuses it elsewhere', async () => {
    const { api, asked } = recorder();
    const { currency, currencies } = await readOverview(api, { region: 'NO-03' }, signal);
    expect([currency, currencies]).toEqual(['EUR', ['EUR']]);
    expect(asked.every(({ searchParams }) => searchParams.get('region') === 'NO-03')).toBe(true);
    const inEuros = asked.filter(({ searchParams }) => searchParams.has('currency')).map(({ pathname }) => pathname.split('/').at(-1));
    expect(inEuros).toEqual(['granted-amount', 'pair-amount', 'lead-to-partner-amount']);
  });

  test('takes a figure without rows for nothing', () => {
    expect(totalOf({ metric: 'projects', unit: 'project', watermark: 'start', rows: [] })).toBe(0);
    expect(totalOf({ metric: 'projects', unit: 'project', watermark: 'start', rows: [{ value: '12', events: 'x' }] })).toBe(12);
  });
});
