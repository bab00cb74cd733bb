import { parseListQuestion } from './list-request.ts';
import { Berths } from './testing/toy-service.ts';

const soughtBy = (boats: string) => parseListQuestion(Berths, new Map([['boats', boats]])).request.filter['boats'];

test('a value is looked for once, and several as any of them', () => {
  expect(soughtBy('Fram')).toEqual(['Fram']);
  expect(soughtBy('Fram,Gjøa')).toEqual(expect.arrayContaining(['Fram', 'Gjøa']));
});

test('a value that holds a comma is looked for as it is written, beside its parts', () => {
  expect(soughtBy('Secure, clean and efficient energy')).toEqual([
    'Secure, clean and efficient energy',
    'Secure',
    ' clean and efficient energy',
  ]);
});

test('what reads as a number is looked for as text and as a number, alone and among others', () => {
  expect(soughtBy('12')).toEqual(['12', 12]);
  expect(soughtBy('12,Fram,012')).toEqual(['12,Fram,012', '12', 12, 'Fram', '012']);
});
