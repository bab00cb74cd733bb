import { isRefusal } from '@xietong/kernel';
import { type CountedRow, toFigure } from './figure.ts';
import { type Asked, type Question, toQuestion } from './question.ts';

function question(asked: Asked): Question {
  const checked = toQuestion(asked);
  if (isRefusal(checked)) throw new Error(checked.refused);
  return checked;
}

const watermark = 'NO-03.rcn.projects:3000';
const row = (value: bigint, currency?: 'EUR' | 'CNY', dimensions: CountedRow['dimensions'] = {}): CountedRow => ({
  dimensions,
  value,
  ...(currency && { currency }),
});

test('a row has its dimensions, its value, and the link to the events behind it at the same watermark', () => {
  const asked = question({ metric: 'pair-projects', by: 'a,b', year: '2014..2021', region: 'NO-03' });
  expect(toFigure(asked, watermark, [row(98n, undefined, { a: 'NO-03', b: 'NO-30' })])).toEqual({
    metric: 'pair-projects',
    unit: 'project',
    watermark,
    rows: [
      {
        a: 'NO-03',
        b: 'NO-30',
        value: 98,
        events: '/v1/figures/pair-projects/events?year=2014..2021&region=NO-03&a=NO-03&b=NO-30&at=NO-03.rcn.projects%3A3000',
      },
    ],
  });
});

test("a row's own year narrows the years that were asked for", () => {
  const figure = toFigure(question({ metric: 'projects', by: 'year', year: '2014..2021' }), watermark, [
    row(5n, undefined, { year: 2019 }),
  ]);
  expect(figure).toMatchObject({ rows: [{ events: '/v1/figures/projects/events?year=2019&at=NO-03.rcn.projects%3A3000' }] });
});

test('the unit of an amount names its currency and the minor unit', () => {
  expect(toFigure(question({ metric: 'granted-amount' }), watermark, [row(167_223_478_237n, 'EUR')])).toMatchObject({
    unit: 'EUR cent',
    rows: [{ value: 167_223_478_237 }],
  });
  expect(toFigure(question({ metric: 'granted-amount', currency: 'CNY' }), watermark, [])).toMatchObject({
    unit: 'CNY fen',
    rows: [{ value: 0 }],
  });
});

test('an amount of which there is none is 0, and no currency is made up for it', () => {
  expect(toFigure(question({ metric: 'granted-amount' }), watermark, [])).toMatchObject({ unit: 'minor unit', rows: [{ value: 0 }] });
  expect(toFigure(question({ metric: 'granted-amount', by: 'year' }), watermark, [])).toMatchObject({ rows: [] });
});

test('a share of nothing and the median of nothing are none, not 0', () => {
  expect(toFigure(question({ metric: 'approval-rate' }), watermark, [])).toMatchObject({ unit: 'basis-point', rows: [] });
  expect(toFigure(question({ metric: 'days-to-decision' }), watermark, [])).toMatchObject({ unit: 'working-day', rows: [] });
});

test('amounts in several currencies have no sum: the refusal names them', () => {
  expect(toFigure(question({ metric: 'granted-amount' }), watermark, [row(1n, 'EUR'), row(2n, 'CNY')])).toMatchObject({
    refused: 'currency-needed',
    details: { currencies: ['CNY', 'EUR'] },
  });
});

test.each([
  [2n ** 53n - 1n, 9007199254740991],
  [2n ** 53n, '9007199254740992'],
  [-(2n ** 53n), '-9007199254740992'],
])('the value %s is answered exactly, as text where a JSON number would round it', (exact, value) => {
  expect(toFigure(question({ metric: 'granted-amount' }), watermark, [row(exact, 'EUR')])).toMatchObject({ rows: [{ value }] });
});
