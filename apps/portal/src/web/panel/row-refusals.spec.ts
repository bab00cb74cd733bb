import { rowRefusals } from './row-refusals.ts';

const sent = ['a', 'b'];

test('what is refused of one that was chosen stands at its row', () => {
  const errors = [{ field: 'applications.1', message: '申报不在评审中' }];
  expect([...rowRefusals({ status: 409, code: 'not-eligible', errors }, sent)]).toEqual([
    ['b', { why: 'refused', message: '申报不在评审中' }],
  ]);
});

test('for what a reason is needed, and what is waited for, stands at each row that it is about', () => {
  expect([...rowRefusals({ status: 422, code: 'reasons-needed', farApart: ['a'], passedOver: ['c'] }, sent)]).toEqual([
    ['a', { why: 'far-apart' }],
    ['c', { why: 'passed-over' }],
  ]);
  expect([...rowRefusals({ status: 409, code: 'reviews-awaited', applications: ['c'] }, sent)]).toEqual([['c', { why: 'awaited' }]]);
});

test('what is refused of the whole choice stands at no row', () => {
  const errors = ['applications', 'reasons', 'applications.7', 'applications.0.x'].map((field) => ({ field, message: 'x' }));
  expect(rowRefusals({ status: 409, code: 'quota-exceeded', errors }, sent).size).toBe(0);
});
