import { beginningOf, homeCurrencyOf } from './beginning.ts';
import type { Field } from './field.ts';

const text: Field = { kind: 'text', isLong: false, isRegion: false };

test('what must be given anew begins as it stands, what may be given begins empty', () => {
  const fields = [
    { name: 'title', field: text, isRequired: true },
    { name: 'programme', field: text, isRequired: false },
    { name: 'reason', field: text, isRequired: true },
  ];
  const document = { id: 'x', version: 2, createdAt: '', updatedAt: '', title: '指南', programme: '重点研发' };
  expect(beginningOf(fields, document, '')).toEqual({ title: '指南', programme: '', reason: '' });
});

test('amounts begin in the currency of the country of one’s agency', () => {
  const money: Field = { kind: 'amounts', names: ['amount'] };
  const fields = [{ name: 'granted', field: money, isRequired: true }];
  expect(beginningOf(fields, undefined, homeCurrencyOf('NO-03/rcn'))).toEqual({ granted: { amount: '', currency: 'NOK' } });
  expect([homeCurrencyOf('CN-331082/kjj'), homeCurrencyOf(undefined), homeCurrencyOf('SE/vr')]).toEqual(['CNY', '', '']);
});
