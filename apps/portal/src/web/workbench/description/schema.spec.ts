import { collectionNamed } from '../testing/golden-collections.ts';
import { amountsIn, branchFor, findPath, propertyOf, schemaAt, valueAt, wordsOf, writingOf } from './schema.ts';

const { document: project } = collectionNamed('projects', 'projects');
const { document: risk } = collectionNamed('projects', 'risks');

describe('the schema of a document that is one of several', () => {
  test('is that of its state', () => {
    expect(
      branchFor(
        {
          anyOf: [
            { type: 'object', properties: { status: { const: 'a' } } },
            { type: 'object', properties: { status: { const: 'b' } } },
          ],
        },
        { status: 'b' },
      ),
    ).toEqual({ type: 'object', properties: { status: { const: 'b' } } });
  });

  test('is the first where none fits, so that it is shown all the same', () => {
    expect(branchFor({ anyOf: [{ type: 'string' }, { type: 'integer' }] }, { a: 1 })).toEqual({ type: 'string' });
  });

  test('has the words of all of them for a state', () => {
    expect(wordsOf(propertyOf(risk, 'status') ?? {})).toEqual(['raised', 'assessed', 'answered', 'closed']);
    expect(wordsOf(propertyOf(risk, 'description') ?? {})).toBeUndefined();
  });

  test('has its fields found within its parts', () => {
    expect([findPath(risk, 'answerBy'), findPath(project, 'year'), findPath(project, 'title')]).toEqual([
      ['assessment', 'answerBy'],
      undefined,
      ['title'],
    ]);
    expect(schemaAt(risk, ['assessment', 'answerBy'])).toMatchObject({ format: 'date-time' });
    expect(valueAt({ assessment: { answerBy: 'x' } }, ['assessment', 'answerBy'])).toBe('x');
    expect(valueAt({ assessment: 'x' }, ['assessment', 'answerBy'])).toBeUndefined();
  });
});

test('a value is written by what its schema says of it, a number by its name', () => {
  const written = (name: string, schema = propertyOf(project, name) ?? {}) => writingOf(schema, name);
  expect([written('signedOn'), written('createdAt'), written('status'), written('title'), written('version')]).toEqual([
    'date',
    'moment',
    'word',
    'text',
    'number',
  ]);
  expect([writingOf({ type: 'integer' }, 'weightPercent'), writingOf({ type: 'integer' }, 'basisPoints')]).toEqual([
    'percent',
    'basis-points',
  ]);
  expect([writingOf(propertyOf(risk, 'project') ?? {}, 'project'), writingOf({ type: 'boolean' }, 'late')]).toEqual(['id', 'yes-no']);
});

test('an object of whole numbers with a currency holds amounts, any other does not', () => {
  const currency = { type: 'string', enum: ['CNY', 'NOK'] };
  const whole = { type: 'integer' };
  expect(amountsIn({ properties: { tax: whole, output: whole, currency } })).toEqual(['tax', 'output']);
  expect(amountsIn({ properties: { amount: whole, title: { type: 'string' }, currency } })).toBeUndefined();
  expect(amountsIn({ properties: { amount: whole } })).toBeUndefined();
});
