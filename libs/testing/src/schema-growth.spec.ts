import { event, idOf } from '@xietong/kernel';
import { z } from 'zod';
import { narrowings, publishedSchemaOf } from './schema-growth.ts';

const published = z.object({
  title: z.string().max(100),
  role: z.enum(['lead', 'partner']),
  note: z.string().optional(),
  percent: z.int().min(0).max(100),
  sides: z.array(z.object({ region: z.string().regex(/^NO/) })),
  warning: z.union([z.object({ open: z.literal(true) }), z.object({ closed: z.string() })]),
});

const found = (today: z.ZodType) => narrowings(schemaOf(published), schemaOf(today));
const schemaOf = (schema: z.ZodType) => publishedSchemaOf(event('thing.happened', 1, schema));

describe('an event schema may grow', () => {
  it.each<[string, z.ZodType]>([
    ['as it was', published],
    ['with a new optional field', published.extend({ acronym: z.string().optional() })],
    ['with one more role', published.extend({ role: z.enum(['lead', 'partner', 'observer']) })],
    ['with longer titles', published.extend({ title: z.string().max(500) })],
    ['with titles of any length', published.extend({ title: z.string() })],
    ['with a wider range', published.extend({ percent: z.int().min(-100).max(200) })],
    [
      'with an optional field inside a list',
      published.extend({ sides: z.array(z.object({ region: z.string().regex(/^NO/), no: z.int().optional() })) }),
    ],
    [
      'with one more alternative',
      published.extend({ warning: z.union([...published.shape.warning.options, z.object({ late: z.boolean() })]) }),
    ],
    ['with a description', published.describe('what happened')],
    ['with the word whose id a text is', published.extend({ title: idOf('project', z.string().max(100)) })],
  ])('%s', (_, today) => {
    expect(found(today)).toEqual([]);
  });
});

describe('a planted narrowing is found', () => {
  it.each<[string, z.ZodType]>([
    ['data.title is gone', published.omit({ title: true })],
    ['data.note is gone', published.omit({ note: true })],
    ['data.title may now be missing', published.partial({ title: true })],
    ['data.note is missing from events of the past', published.required({ note: true })],
    ['data.acronym is missing from events of the past', published.extend({ acronym: z.string() })],
    ['data.role: partner is no longer allowed', published.extend({ role: z.enum(['lead']) })],
    ['data.note: only some values are allowed now', published.extend({ note: z.enum(['a', 'b']).optional() })],
    ['data.title: maxLength has fallen to 50', published.extend({ title: z.string().max(50) })],
    ['data.title: minLength has risen to 1', published.extend({ title: z.string().min(1).max(100) })],
    ['data.percent: minimum has risen to 1', published.extend({ percent: z.int().min(1).max(100) })],
    ['data.percent: type has changed', published.extend({ percent: z.string() })],
    ['data.sides: maxItems has fallen to 9', published.extend({ sides: published.shape.sides.max(9) })],
    ['data.sides[].region: pattern has changed', published.extend({ sides: z.array(z.object({ region: z.string().regex(/^NO-/) })) })],
    ['data.sides[].region is gone', published.extend({ sides: z.array(z.object({})) })],
    ['data.warning: alternative 1 is gone or narrower', published.extend({ warning: z.union([z.object({ closed: z.string() })]) })],
  ])('%s', (sentence, today) => {
    expect(found(today)).toContain(sentence);
  });
});
