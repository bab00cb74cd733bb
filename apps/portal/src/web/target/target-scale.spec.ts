import { scaleOf } from './target-scale.ts';

test('the line ends with the target, and the value of now and what is due lie on the way to it', () => {
  expect(scaleOf({ actual: 25, expected: 50, value: 100 })).toEqual({ actual: 250, expected: 500, value: 1000 });
});

test('where more was reached than was wanted, the line ends with what was reached', () => {
  expect(scaleOf({ actual: '200', expected: 50, value: 100 })).toEqual({ actual: 1000, expected: 250, value: 500 });
});

test('without a value, below 0 and with a target of 0 nothing lies outside of the line', () => {
  expect(scaleOf({ expected: 3000, value: 3000 })).toEqual({ actual: 0, expected: 1000, value: 1000 });
  expect(scaleOf({ actual: -5, expected: 0, value: 0 })).toEqual({ actual: 0, expected: 0, value: 0 });
});
