import { isDecided } from './answered.ts';
import { placeFaults, saidByForm } from './faults.ts';
import type { Field } from './field.ts';

const text: Field = { kind: 'text', isLong: false, isRegion: false };
const milestone: Field = { kind: 'group', fields: [{ name: 'title', isRequired: true, field: text }] };
const form: Field = {
  kind: 'group',
  fields: [
    { name: 'milestones', isRequired: true, field: { kind: 'list', min: 1, max: 9, item: milestone } },
    { name: 'granted', isRequired: true, field: { kind: 'amounts', names: ['amount'] } },
  ],
};
const placesOf = (...fields: string[]) => [
  ...placeFaults(
    form,
    fields.map((field) => ({ field, message: '!' })),
  ).placed.keys(),
];

describe('what a service says of a field', () => {
  test('stands at that field, within lists too', () => {
    expect(placesOf('milestones.1.title', 'milestones')).toEqual(['milestones.1.title', 'milestones']);
  });

  test('stands at the field that it is a part of, where it has no place of its own', () => {
    expect(placesOf('granted.currency', 'milestones.0.weight')).toEqual(['granted', 'milestones.0']);
  });

  test('stands by itself where the form has no such field', () => {
    const { placed, elsewhere } = placeFaults(form, [{ field: 'number', message: 'taken' }]);
    expect([placed.size, elsewhere.map(({ message }) => message)]).toEqual([0, ['taken']]);
  });

  test('is all there, where several things are said of one', () => {
    const said = ['a', 'b'].map((message) => ({ field: 'granted', message }));
    expect(placeFaults(form, said).placed.get('granted')).toEqual(['a', 'b']);
  });
});

describe('what a form says', () => {
  const words = { missing: '请填写此项。', 'no-number': '数字', 'no-amount': '金额', 'no-moment': '时间' };
  const refusal = { status: 409, code: 'grant-exceeds-budget', remedy: 'Grant less.', errors: [{ field: 'granted', message: 'too much' }] };

  test('is why it could not be sent, before what was refused of what was sent earlier', () => {
    const { placed, places } = saidByForm(form, [{ field: 'milestones.0.title', fault: 'missing' }], refusal, words);
    expect([places, placed.get('milestones.0.title')]).toEqual([['milestones.0.title'], ['请填写此项。']]);
  });

  test('is what was refused, and at the same field what to do', () => {
    expect(saidByForm(form, [], refusal, words).placed.get('granted')).toEqual(['too much', 'Grant less.']);
    expect(saidByForm(form, [], { ...refusal, code: 'input-invalid' }, words).placed.get('granted')).toEqual(['too much']);
    expect(saidByForm(form, [], undefined, words).places).toEqual([]);
  });
});

test('a command is decided by a no of the service, and not by a broken connection or one that takes too long', () => {
  const undecided = [
    { status: 0, code: 'unreachable' },
    { status: 503, code: 'took-too-long' },
    { status: 409, code: 'in-flight' },
    { status: 429, code: 'too-many-requests' },
  ];
  const decided = [
    { status: 412, code: 'stale' },
    { status: 422, code: 'input-invalid' },
    { status: 409, code: 'no-answer-awaited' },
  ];
  expect([undecided.map(isDecided), decided.map(isDecided)]).toEqual([undecided.map(() => false), decided.map(() => true)]);
});
