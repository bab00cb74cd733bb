import { compareDimensions, rowKey, shareOfLargest } from './figure-rows.ts';

const row = (value: number, dimensions = {}) => ({ value, events: '/e', ...dimensions });

describe('the rows of a figure', () => {
  test('are told apart by their dimensions', () => {
    expect(rowKey(row(98, { a: 'NO-03', b: 'NO-30', year: 2020 }), ['year', 'a', 'b'])).toBe('2020 NO-03 NO-30');
  });

  test('are ordered by the sound of a Chinese name, and years by number', () => {
    expect(['维肯', '奥斯陆', '诺尔兰'].sort(compareDimensions)).toEqual(['奥斯陆', '诺尔兰', '维肯']);
    expect(['2021', '2014'].sort(compareDimensions)).toEqual(['2014', '2021']);
  });

  test('have a bar as long as their part of the largest value', () => {
    const rows = [row(98), row(49), row(0)];
    expect(rows.map(shareOfLargest(rows))).toEqual([1, 0.5, 0]);
    expect(shareOfLargest([row(0)])(row(0))).toBe(0);
  });
});
