import { toChordOption } from './chord-option.ts';

const cells = [
  { from: 'NO-11', to: 'NO-03', value: 11, events: 'x' },
  { from: 'NO-03', to: 'NO-30', value: 98, events: 'y' },
];
const labels = { region: (region: string) => `region ${region}`, value: (value: number) => `${value}` };

const chordOf = (directed: boolean) => {
  const series = toChordOption(cells, directed, labels).baseOption?.series;
  if (!Array.isArray(series) || series[0]?.type !== 'chord') throw new Error('there is no chord diagram');
  return series[0];
};

describe('the chord diagram', () => {
  test('begins with the busiest region, which is the darkest', () => {
    expect(chordOf(false).data).toMatchObject([
      { id: 'NO-03', name: 'region NO-03', value: 109, itemStyle: { color: '#0b4c4f' } },
      { id: 'NO-30', value: 98 },
      { id: 'NO-11', value: 11 },
    ]);
  });

  test('has one band for each cell, in their order, so that a band leads to the events of its cell', () => {
    expect(chordOf(true).links).toMatchObject([
      { source: 'NO-11', target: 'NO-03', value: 11 },
      { source: 'NO-03', target: 'NO-30', value: 98 },
    ]);
  });

  test('draws a band without a direction in the colour of the busier of its two regions', () => {
    expect(chordOf(false).links).toMatchObject([{ source: 'NO-03', target: 'NO-11' }, { source: 'NO-03' }]);
  });
});
