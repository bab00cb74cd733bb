import { weightedTotal } from '@xietong/contracts-projects/weighted-total';
import fc from 'fast-check';
import { draftKey, emptyDraft, findPoints, parseDraft, runningTotal, type ScoreDraft, toScoreInput } from './score-draft.ts';

const axes = [
  { code: 'advancement', title: '技术先进性', weightPercent: 40 },
  { code: 'pull', title: '产业带动性', weightPercent: 35 },
  { code: 'feasibility', title: '实施可行性', weightPercent: 25 },
];
const draftOf = (advancement: string, pull: string, feasibility: string, comment = '可行'): ScoreDraft => ({
  points: { advancement, pull, feasibility },
  comment,
});

describe('the running total', () => {
  test('is weighted and exact', () => {
    expect(runningTotal(draftOf('71', '33', '99'), axes)).toEqual({ total: 64_70, missing: 0 });
  });

  test('is of what is written so far', () => {
    expect(runningTotal(emptyDraft, axes)).toEqual({ total: 0, missing: 3 });
    expect(runningTotal(draftOf(' 50 ', '', 'x'), axes)).toEqual({ total: 20_00, missing: 2 });
  });

  test('does not count what the service would not take', () => {
    expect(['101', '-1', '9.5', '１０', '1e1', ' ', undefined].map(findPoints)).toEqual(Array.from({ length: 7 }, () => undefined));
    expect(['0', '100', '007'].map(findPoints)).toEqual([0, 100, 7]);
  });

  // Weights of up to ten axes, whole percents that sum to 100.
  const schemes = fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 9 })
    .map((cuts) => [0, ...cuts.toSorted((one, other) => one - other), 100])
    .map((cuts) => cuts.slice(1).map((cut, place) => ({ code: `axis-${place}`, title: 'x', weightPercent: cut - (cuts[place] ?? 0) })));

  test('is what the service makes of the score that is sent, whatever the axes, their weights and the points', () => {
    const points = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(schemes, points, (scheme, given) => {
        const draft = { points: Object.fromEntries(scheme.map(({ code }, place) => [code, String(given[place])])), comment: 'x' };
        const made = toScoreInput(draft, scheme);
        if (!('input' in made)) throw new Error('nothing is missing');
        const { total, missing } = runningTotal(draft, scheme);
        expect([total, missing]).toEqual([weightedTotal(made.input.scores, scheme), 0]);
        const exact = scheme.reduce((sum, { weightPercent }, place) => sum + BigInt(weightPercent) * BigInt(given[place] ?? 0), 0n);
        expect(BigInt(total)).toBe(exact);
      }),
    );
  });
});

describe('a score', () => {
  test('is sent with one row an axis, in their order, and the comment without blanks around it', () => {
    expect(toScoreInput(draftOf('86', '70', '0', ' 路线清楚 '), axes)).toEqual({
      input: {
        scores: [
          { axis: 'advancement', points: 86 },
          { axis: 'pull', points: 70 },
          { axis: 'feasibility', points: 0 },
        ],
        comment: '路线清楚',
      },
    });
  });

  test('is not sent while something is missing, and each input that lacks it is named', () => {
    expect(toScoreInput(draftOf('86', '', '101', ' '), axes)).toEqual({
      faults: new Map([
        ['scores.1.points', 'no-points'],
        ['scores.2.points', 'no-points'],
        ['comment', 'no-comment'],
      ]),
    });
  });
});

describe('a draft in the browser', () => {
  test('is read as it was kept', () => {
    const draft = draftOf('86', '', 'x');
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
  });

  test.each([null, '', '{', '[]', '{"points":[1],"comment":2}'])('is none where the browser holds %j', (kept) => {
    expect(parseDraft(kept)).toBeUndefined();
  });

  test('is each reviewer’s own', () => {
    expect(draftKey('li', 'r.1')).not.toBe(draftKey('wang', 'r.1'));
  });
});
