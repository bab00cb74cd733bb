import fc from 'fast-check';
import { isNarrowed, parseListView, toListParameters, withFilter } from './list-view.ts';

const risks = { filters: ['status', 'owner'], sorts: ['status', 'answerBy', 'createdAt'] };
const read = (search: string) => parseListView(new URLSearchParams(search), risks);

describe('the view of a list in its address', () => {
  test('is what is filtered and how it is sorted; newest first where nothing is said', () => {
    expect(read('status=raised,assessed&sort=-answerBy')).toEqual({ filters: { status: 'raised,assessed' }, sort: '-answerBy' });
    expect(read('')).toEqual({ filters: {}, sort: '-createdAt' });
  });

  test('holds nothing that the list does not know', () => {
    expect(read('colour=red&sort=-colour&status=%20')).toEqual({ filters: {}, sort: '-createdAt' });
  });

  test('begins at the first page again when a filter changes or is taken away', () => {
    const view = withFilter(read('status=raised&after=c2'), 'owner', ' NO-ORGNR:1 ');
    expect(toListParameters(view).toString()).toBe('status=raised&owner=NO-ORGNR%3A1');
    expect(toListParameters(withFilter(view, 'status', '')).toString()).toBe('owner=NO-ORGNR%3A1');
  });

  test('is narrowed by a filter and not by an order', () => {
    expect([isNarrowed(read('owner=x')), isNarrowed(read('sort=status'))]).toEqual([true, false]);
  });

  test('comes back from the address as it went in', () => {
    const text = fc.string({ minLength: 1 }).filter((value) => value.trim() === value && value !== '');
    const view = fc.record({
      filters: fc.dictionary(fc.constantFrom(...risks.filters), text),
      sort: fc.constantFrom(...risks.sorts.flatMap((name) => [name, `-${name}`])),
    });
    fc.assert(
      fc.property(view, (each) => expect(read(toListParameters(each).toString())).toEqual({ ...each, filters: { ...each.filters } })),
    );
  });
});
