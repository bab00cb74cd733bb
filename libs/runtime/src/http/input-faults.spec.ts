import { LocalDate, Organisation } from '@xietong/domain';
import { z } from 'zod';
import { inputFaults } from './input-faults.ts';

const schema = z.strictObject({ on: LocalDate, lead: Organisation, amount: z.int() });
const lead = { id: 'CN-USCI:91350100M000100Y44', name: '甲公司' };

test('each fault is told in the language of the caller, also where a rule of the schema has its own words', () => {
  const value = { on: '2026-02-30', lead, amount: '1' };
  expect(inputFaults(schema, value, 'zh').map(({ field, message }) => [field, /\p{Script=Han}/u.test(message)])).toEqual([
    ['on', true],
    ['lead.id', true],
    ['amount', true],
  ]);
  expect(inputFaults(schema, value, 'en').filter(({ message }) => /\p{Script=Han}/u.test(message))).toEqual([]);
});

test('a rule without words of its own is told in those of zod', () => {
  expect(
    inputFaults(
      z.string().refine(() => false),
      'x',
      'zh',
    ),
  ).toEqual([{ field: '', message: expect.stringMatching(/\p{Script=Han}/u) }]);
});
