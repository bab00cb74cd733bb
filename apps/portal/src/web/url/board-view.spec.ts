import { isNarrowed, parseBoardView, toBoardParameters } from './board-view.ts';

const parse = (query: string) => parseBoardView(new URLSearchParams(query));

describe('the view of the board in its address', () => {
  test('shows every light, the largest lag first, as a list, where nothing is said', () => {
    expect(parse('')).toEqual({ light: [], sort: '-lag', isTimeline: false });
    expect(isNarrowed(parse('sort=title&view=timeline'))).toBe(false);
  });

  test('holds what is chosen, and gives it back', () => {
    const query = 'light=warned%2Cbehind&field=smart-manufacturing&leadRegion=CN-331082&sort=deadline&view=timeline';
    const view = parse(query);
    expect(view).toEqual({
      light: ['warned', 'behind'],
      field: 'smart-manufacturing',
      leadRegion: 'CN-331082',
      sort: 'deadline',
      isTimeline: true,
    });
    expect([toBoardParameters(view).toString(), isNarrowed(view)]).toEqual([query, true]);
  });

  test('leaves out what makes no sense', () => {
    expect(parse('light=red,behind&leadRegion=Linhai&sort=number&view=x&field=%20')).toEqual({
      light: ['behind'],
      sort: '-lag',
      isTimeline: false,
    });
  });
});
