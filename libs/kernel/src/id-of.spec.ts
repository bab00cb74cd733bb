import { z } from 'zod';
import { idOf } from './id-of.ts';

test('a schema of an id says whose it is, and allows what it allowed', () => {
  const schema = idOf('project', z.string().max(3));
  expect(z.toJSONSchema(schema)).toMatchObject({ type: 'string', maxLength: 3, 'x-id-of': 'project' });
  expect([schema.safeParse('abc').success, schema.safeParse('abcd').success]).toEqual([true, false]);
});
