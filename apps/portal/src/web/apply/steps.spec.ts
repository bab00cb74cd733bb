import { collectionNamed } from '../workbench/testing/golden-collections.ts';
import { toInput } from '../workbench/form/draft.ts';
import { formOf } from '../workbench/form/field.ts';
import { documentsMissing, firstParty, missingIn, stepOf, stepsOf, sumOfShares, withDocument, withoutUntouched } from './steps.ts';
import { commandOf } from './use-application-form.ts';

const form = formOf(commandOf(collectionNamed('projects', 'applications'), 'edit').input);
const fieldsOf = (all: typeof form.fields) => (all[0]?.field.kind === 'group' ? all[0].field.fields : []);
const fields = fieldsOf(form.fields);
const documents = [
  { code: 'plan', title: '可行性研究报告', required: true },
  { code: 'licence', title: '营业执照', required: false },
];
const steps = stepsOf(fields, documents);
const applicant = '91330000142923459K';

describe('the steps of an application', () => {
  test('ask together for all of its content, and for nothing twice', () => {
    const asked = steps.flatMap((step) => step.fields.map(({ name }) => name));
    expect(asked.toSorted()).toEqual(fields.map(({ name }) => name).toSorted());
    expect(steps.at(0)?.name).toBe('project');
    expect(steps.at(-1)).toEqual({ name: 'check', fields: [] });
  });

  test('have one more for whatever the service asks for that they do not know', () => {
    const more = stepsOf([...fields, { name: 'dreams', isRequired: false, field: { kind: 'date' } }], []);
    expect(more.find(({ name }) => name === 'further')?.fields.map(({ name }) => name)).toContain('dreams');
    expect(more.at(-1)?.name).toBe('check');
  });

  test('are found by what the service says is wrong, within the parties too', () => {
    expect(stepOf(steps, 'content.parties.1.organisation.id')?.name).toBe('parties');
    expect(stepOf(steps, 'content.budget')?.name).toBe('project');
    expect(stepOf(steps, 'content')).toBeUndefined();
  });

  test('are filled in when nothing of theirs is blank', () => {
    const description = steps.find(({ name }) => name === 'description');
    if (!description) throw new Error('no such step');
    expect(missingIn(description, { summary: '摘要', goals: ' ' }).map(({ name }) => name)).toEqual(['goals']);
    expect(missingIn(description, { summary: '摘要', goals: '目标' })).toEqual([]);
  });
});

describe('the documents that a call asks for', () => {
  const file = { id: 'f', name: '报告.pdf', bytes: '12' };

  test('have a step where there are any, and none where there are none', () => {
    expect(steps.map(({ name }) => name)).toEqual(['project', 'description', 'parties', 'further', 'check']);
    expect(stepsOf(fields, []).map(({ name }) => name)).toEqual(['project', 'description', 'parties', 'check']);
  });

  test('are missing until a file is chosen for each that is required, and again when it is taken away', () => {
    const codes = (content: Parameters<typeof documentsMissing>[0]) => documentsMissing(content, documents).map(({ code }) => code);
    const chosen = withDocument(withDocument({}, 'licence', file), 'plan', file);
    expect([codes({}), codes(chosen), codes(withDocument(chosen, 'plan', ''))]).toEqual([['plan'], [], ['plan']]);
  });

  test('have one file each: another one takes its place', () => {
    const other = { ...file, id: 'g' };
    expect(withDocument(withDocument({ title: '项目' }, 'plan', file), 'plan', other)).toEqual({
      title: '项目',
      attachments: [{ document: 'plan', attachment: other }],
    });
  });
});

describe('the parties of an application', () => {
  test('begin with whoever applies, and a draft is saved without him while nobody has filled him in', () => {
    const untouched = { title: '项目', parties: [firstParty(applicant)] };
    expect(toInput(form.fields, { content: withoutUntouched(untouched, applicant) })).toEqual({
      input: { content: { title: '项目' } },
      faults: [],
    });
    const touched = { parties: [{ ...(firstParty(applicant) as object), tasks: '研制' }] };
    expect(withoutUntouched(touched, applicant)).toBe(touched);
  });

  test.each([
    { shares: ['60', '40'], sum: 10_000 },
    { shares: ['33.33', '66.66'], sum: 9_999 },
    { shares: ['101'], sum: 10_100 },
    { shares: [], sum: undefined },
    { shares: ['60', ''], sum: undefined },
    { shares: ['60', 'viel'], sum: undefined },
    { shares: ['33.333'], sum: undefined },
  ])('have shares $shares that add up to $sum', ({ shares, sum }) => {
    expect(sumOfShares({ parties: shares.map((shareBasisPoints) => ({ shareBasisPoints })) })).toBe(sum);
  });
});
