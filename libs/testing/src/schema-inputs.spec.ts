import { LocalDate, text } from '@xietong/domain';
import fc from 'fast-check';
import { z } from 'zod';
import { inputsOf } from './schema-inputs.ts';

const Form = z.strictObject({
  region: z.string().regex(/^(CN|(?!CN)[A-Z]{2}-\d{2})$/),
  title: text(40),
  on: LocalDate,
  size: z.discriminatedUnion('unit', [
    z.strictObject({ unit: z.literal('metre'), length: z.int().positive() }),
    z.strictObject({ unit: z.literal('foot'), rounding: z.enum(['up', 'down']) }),
  ]),
  parts: z.array(z.strictObject({ share: z.number().min(0).max(1), isLast: z.boolean() })).max(2),
  note: z.string().min(3).optional(),
});

test('every input fits its schema, those that only a refinement knows among them', () => {
  for (const input of fc.sample(inputsOf(Form), 100)) expect(Form.safeParse(input).success).toBe(true);
});

test('inputs reach every branch, and leave optional fields out now and then', () => {
  const inputs = fc.sample(inputsOf(Form), { numRuns: 100, seed: 1 }) as z.output<typeof Form>[];
  expect(new Set(inputs.map(({ size }) => size.unit))).toEqual(new Set(['metre', 'foot']));
  expect(new Set(inputs.map((input) => 'note' in input))).toEqual(new Set([true, false]));
});

test('a whole input has every optional field, and something in every list', () => {
  const inputs = fc.sample(inputsOf(Form, { whole: true }), 50) as z.output<typeof Form>[];
  expect(inputs.every(({ note, parts }) => note !== undefined && parts.length > 0)).toBe(true);
});

test('a part that is not understood is named', () => {
  expect(() => inputsOf(z.strictObject({ any: z.unknown() }))).toThrow('no input is derived from {}');
});
