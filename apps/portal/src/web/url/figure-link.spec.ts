import { figureLink } from './figure-link.ts';

describe('the address of a figure’s page', () => {
  test('holds the breakdown and the filters', () => {
    expect(figureLink('pair-projects', ['a', 'b'], { region: 'NO-03', years: { from: 2016, to: 2019 } })).toBe(
      '/figures/pair-projects?by=a,b&region=NO-03&year=2016..2019',
    );
  });

  test('is bare for a total', () => {
    expect(figureLink('projects', [], {})).toBe('/figures/projects');
  });

  test('can open the events of a row, which it keeps whole', () => {
    const link = figureLink('pair-projects', ['a', 'b'], {}, '/v1/figures/pair-projects/events?a=NO-03&b=NO-30&at=start');
    expect(new URLSearchParams(link.split('?')[1]).get('events')).toBe('a=NO-03&b=NO-30&at=start');
  });
});
