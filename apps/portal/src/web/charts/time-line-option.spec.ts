import { toTimeLineOption } from './time-line-option.ts';

test('the bars of a year stand on each other, cross-region projects below', () => {
  const years = [
    { year: 2015, crossRegion: 40, withinRegion: 160, events: 'x' },
    { year: 2016, crossRegion: 0, withinRegion: 0, events: undefined },
  ];
  expect(toTimeLineOption(years, { crossRegion: '跨区域', withinRegion: '同一地区' })).toMatchObject({
    xAxis: { data: ['2015', '2016'] },
    series: [
      { name: '跨区域', stack: 'projects', data: [40, 0] },
      { name: '同一地区', stack: 'projects', data: [160, 0] },
    ],
  });
});
