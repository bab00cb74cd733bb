import { Currency } from '@xietong/domain';
import fc from 'fast-check';
import { type Draft, emptyDraft, toDraft, toInput } from './draft.ts';
import type { Field, NamedField } from './field.ts';

const text: Field = { kind: 'text', isLong: false, isRegion: false };
const money: Field = { kind: 'amounts', names: ['amount'] };
const named = (field: Field, isRequired = true): NamedField => ({ name: 'it', field, isRequired });
const read = (field: Field, it: Draft, isRequired = true) => toInput([named(field, isRequired)], { it });

describe('what is typed', () => {
  test('is sent without the blanks around it', () => {
    expect(read(text, ' 试制产线 ').input).toEqual({ it: '试制产线' });
  });

  test('is left out where the field is optional and empty, and asked for where it is not', () => {
    expect([read(text, ' ', false).input, read(money, { amount: '', currency: 'CNY' }, false).input]).toEqual([{}, {}]);
    expect(read(text, ' ').faults).toEqual([{ field: 'it', fault: 'missing' }]);
  });

  test('is an amount in yuan or kroner, with commas or without, and sent in fen or øre', () => {
    expect(read(money, { amount: '1,234.5', currency: 'CNY' }).input).toEqual({ it: { amount: 123_450, currency: 'CNY' } });
    expect(read(money, { amount: '007', currency: 'JPY' }).input).toEqual({ it: { amount: 7, currency: 'JPY' } });
  });

  test('is no amount without a currency, with letters in it, or with more decimals than its currency has', () => {
    const faultOf = (amount: string, currency: string) => read(money, { amount, currency }).faults[0]?.fault;
    expect([faultOf('1', ''), faultOf('1万', 'CNY'), faultOf('1.005', 'CNY'), faultOf('1.5', 'JPY'), faultOf('1.500', 'CNY')]).toEqual([
      'no-amount',
      'no-amount',
      'no-amount',
      'no-amount',
      undefined,
    ]);
  });

  test('is a share in percent, sent in basis points, to the hundredth', () => {
    const share: Field = { kind: 'number', shift: 2, unit: '%' };
    expect([read(share, '33.33').input, read(share, '70').input]).toEqual([{ it: 3333 }, { it: 7000 }]);
    expect(read(share, '33.333').faults).toEqual([{ field: 'it', fault: 'no-number' }]);
  });

  test('is a number or refused as none, whatever the service would say of its size', () => {
    const number: Field = { kind: 'number', shift: 0 };
    expect([read(number, '-3').input, read(number, 'drei').faults[0]?.fault]).toEqual([{ it: -3 }, 'no-number']);
  });

  test('is yes or no, and neither before it is chosen', () => {
    expect([read({ kind: 'yes-no' }, 'no').input, read({ kind: 'yes-no' }, '').faults[0]?.fault]).toEqual([{ it: false }, 'missing']);
  });

  test('is found at fault by its place, within lists and groups', () => {
    const milestones: Field = { kind: 'list', min: 1, max: 9, item: { kind: 'group', fields: [{ ...named(text), name: 'title' }] } };
    expect(read(milestones, [{ title: '样机' }, { title: '' }]).faults).toEqual([{ field: 'it.1.title', fault: 'missing' }]);
    expect(read(milestones, []).faults).toEqual([{ field: 'it', fault: 'missing' }]);
    expect(read(milestones, [{ title: '样机' }]).input).toEqual({ it: [{ title: '样机' }] });
  });

  test('is of the group that was chosen', () => {
    const verdict: Field = {
      kind: 'choice',
      by: 'kind',
      alternatives: [
        { word: 'on-course', fields: [] },
        { word: 'to-be-corrected', fields: [{ name: 'by', field: { kind: 'date' }, isRequired: true }] },
      ],
    };
    expect(read(verdict, { kind: 'on-course' }).input).toEqual({ it: { kind: 'on-course' } });
    expect(read(verdict, { kind: 'to-be-corrected', by: '2027-01-31' }).input).toEqual({
      it: { kind: 'to-be-corrected', by: '2027-01-31' },
    });
    expect(read(verdict, { kind: 'to-be-corrected', by: '' }).faults).toEqual([{ field: 'it.by', fault: 'missing' }]);
    expect(read(verdict, emptyDraft(verdict, '')).faults).toEqual([{ field: 'it', fault: 'missing' }]);
  });
});

describe('what is there already begins in the form as people write it, and goes back as it was', () => {
  const returns = (field: Field, value: unknown) => read(field, toDraft(field, value, '')).input;

  test('amounts of any currency', () => {
    const value = fc.record({ amount: fc.integer({ min: 0, max: 100_000_000_000 }), currency: fc.constantFrom(...Currency.options) });
    fc.assert(fc.property(value, (it) => expect(returns(money, it)).toEqual({ it })));
  });

  test('shares in basis points', () => {
    const share: Field = { kind: 'number', shift: 2, unit: '%' };
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (it) => expect(returns(share, it)).toEqual({ it })));
  });

  test('moments, to the minute, also where clocks change', () => {
    const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
    const isAmbiguous = (ms: number) => new Date(ms - 3_600_000).getTimezoneOffset() !== new Date(ms + 3_600_000).getTimezoneOffset();
    fc.assert(
      fc.property(
        minutes.filter((minute) => !isAmbiguous(minute * 60_000)),
        (minute) => {
          const it = new Date(minute * 60_000).toISOString();
          expect(returns({ kind: 'moment' }, it)).toEqual({ it });
        },
      ),
    );
  });

  test('words, yes or no, lists and groups', () => {
    const group: Field = {
      kind: 'group',
      fields: [named({ kind: 'yes-no' }), { ...named({ kind: 'several', words: ['a', 'b'] }), name: 'of' }],
    };
    const list: Field = { kind: 'list', min: 0, max: 9, item: group };
    expect(returns(list, [{ it: true, of: ['b'] }])).toEqual({ it: [{ it: true, of: ['b'] }] });
    expect(returns(list, [])).toEqual({ it: [] });
  });

  test('files, of which the id alone is sent', () => {
    const paper: Field = { kind: 'attachment', mediaTypes: { 'application/pdf': ['.pdf'] }, bytesMax: 100 };
    const value = { id: 'f1', name: '报告.pdf', mediaType: 'application/pdf', bytes: 7, sha256: 'x', scanned: true };
    expect(returns(paper, value)).toEqual({ it: 'f1' });
    expect(read(paper, emptyDraft(paper, '')).faults).toEqual([{ field: 'it', fault: 'missing' }]);
    expect(read(paper, '', false).input).toEqual({});
  });
});
