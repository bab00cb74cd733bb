import { toMillions } from './millions.ts';

test('amounts fit into a cell: whole millions from ten on, tenths below, and what is less is not shown as nothing', () => {
  const amounts = [12_345_678_900, 999_999_999, 994_000_000, 420_000_000, 4_999_999, 0];
  expect(amounts.map((amount) => toMillions(amount, 'EUR cent'))).toEqual(['123', '10', '9.9', '4.2', '<0.1', '0']);
});

test('a currency without a smaller unit is not divided', () => {
  expect(toMillions(25_000_000, 'JPY yen')).toBe('25');
});
