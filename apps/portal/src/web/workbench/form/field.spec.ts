import { goldenCollections, goldenContexts } from '../testing/golden-collections.ts';
import { type Field, formOf } from './field.ts';

const allCommands = goldenContexts()
  .flatMap(goldenCollections)
  .flatMap(({ aggregate, create, commands }) => [create ?? [], commands].flat().map((command) => ({ aggregate, ...command })));

const inputOf = (aggregate: string, name: string) => {
  const found = allCommands.find((each) => each.aggregate === aggregate && each.name === name);
  if (!found) throw new Error(`'${aggregate}' has no command '${name}'`);
  return formOf(found.input);
};
const fieldIn = (form: Field, name: string) => (form.kind === 'group' ? form.fields.find((each) => each.name === name) : undefined);

describe('the form of a command, made from its schema', () => {
  test('is there for every command of every service', () => {
    expect(allCommands.length).toBeGreaterThan(40);
    for (const { input } of allCommands) expect(() => formOf(input)).not.toThrow();
  });

  test('asks for short texts in a line, for long ones in several, and for a word among words', () => {
    const form = inputOf('risk', 'raise');
    expect(fieldIn(form, 'project')).toMatchObject({ isRequired: true, field: { kind: 'text', isLong: false, lengthMax: 120 } });
    expect(fieldIn(form, 'description')?.field).toEqual({ kind: 'text', isLong: true, isRegion: false, lengthMax: 5000 });
    expect(fieldIn(form, 'kind')?.field).toEqual({ kind: 'select', words: ['technical', 'market', 'policy', 'management'] });
  });

  test('asks for amounts with their currency, one or several of the same', () => {
    expect(fieldIn(inputOf('application', 'approve'), 'granted')?.field).toEqual({ kind: 'amounts', names: ['amount'] });
    expect(fieldIn(inputOf('alliance', 'state'), 'totals')?.field).toEqual({ kind: 'amounts', names: ['tax', 'output'] });
  });

  test('asks for days, moments, yes or no, and numbers in their unit', () => {
    expect(fieldIn(inputOf('project', 'reportProgress'), 'on')?.field).toEqual({ kind: 'date' });
    expect(fieldIn(inputOf('call', 'publish'), 'closesAt')?.field).toEqual({ kind: 'moment' });
    expect(fieldIn(inputOf('exemption', 'decide'), 'granted')?.field).toEqual({ kind: 'yes-no' });
    const shares = fieldIn(inputOf('alliance', 'agreeSharingRule'), 'shares')?.field;
    expect(shares?.kind === 'list' && fieldIn(shares.item, 'basisPoints')?.field).toEqual({ kind: 'number', shift: 2, unit: '%' });
  });

  test('asks for lists of objects, of texts and of words', () => {
    expect(fieldIn(inputOf('project', 'setPlan'), 'milestones')?.field).toMatchObject({
      kind: 'list',
      min: 1,
      max: 100,
      item: { kind: 'group' },
    });
    const eligibility = fieldIn(inputOf('call', 'publish'), 'eligibility')?.field;
    expect(eligibility?.kind === 'group' && eligibility.fields.map(({ field }) => field.kind)).toEqual(['several', 'list', 'list']);
  });

  test('asks first which of several groups it is, then for its fields', () => {
    const verdict = fieldIn(inputOf('project', 'evaluateMidway'), 'verdict')?.field;
    expect(verdict).toMatchObject({ kind: 'choice', by: 'kind' });
    expect(verdict?.kind === 'choice' && verdict.alternatives.map(({ word, fields }) => [word, fields.map(({ name }) => name)])).toEqual([
      ['on-course', []],
      ['to-be-corrected', ['what', 'by']],
      ['to-be-stopped', []],
    ]);
  });

  test('asks for files where the schema names an attachment, with what is taken', () => {
    const content = fieldIn(inputOf('application', 'edit'), 'content')?.field;
    const attachments = content && fieldIn(content, 'attachments')?.field;
    const file = attachments?.kind === 'list' ? fieldIn(attachments.item, 'attachment')?.field : undefined;
    expect(file).toMatchObject({ kind: 'attachment', bytesMax: 20_971_520, mediaTypes: { 'image/jpeg': ['.jpg', '.jpeg'] } });
  });

  test('knows a region by its schema', () => {
    const organisation = fieldIn(inputOf('project', 'appointAcceptor'), 'organisation')?.field;
    expect(organisation && fieldIn(organisation, 'region')?.field).toMatchObject({ kind: 'text', isRegion: true });
  });

  test('cannot be made from a schema of a form that no field has', () => {
    expect(() => formOf({ properties: { details: { type: 'null' } } })).toThrow("no field is drawn for 'details'");
  });
});
