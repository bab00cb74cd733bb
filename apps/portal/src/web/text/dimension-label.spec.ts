import { dimensionLabel } from './dimension-label.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

describe('what a row of a figure is about', () => {
  test('is a region by its name, a state by its word, a year and a field as they are', () => {
    const said = [
      ['region', 'NO-03'],
      ['state', 'behind-to-10'],
      ['year', '2019'],
      ['field', 'smart-manufacturing'],
    ] as const;
    expect(said.map(([dimension, value]) => dimensionLabel(dimension, value, 'zh', zh))).toEqual([
      '奥斯陆',
      '落后不超过 10 个百分点',
      '2019',
      'smart-manufacturing',
    ]);
  });

  test('is shown as it is named where there is no word for it, and an unknown one says so', () => {
    expect([dimensionLabel('state', 'praised', 'en', en), dimensionLabel('field', 'unknown', 'en', en)]).toEqual([
      'praised',
      'Unknown field',
    ]);
  });
});
