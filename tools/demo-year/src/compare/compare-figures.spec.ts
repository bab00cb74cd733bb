import { type Comparison, compareFigures } from './compare-figures.ts';
import { renderComparison } from './render-comparison.ts';

const name = { zh: '申报数', en: 'Applications handed in' };
const asked = [{ metric: 'applications', question: { year: '2022' }, values: new Map([['', 320]]) }];
const pairs = [
  {
    metric: 'pair-shared-tax',
    question: { by: 'a,b' },
    values: new Map([['CN-310115 – CN-331082', 500]]),
  },
];

/** Reporting, as far as it is asked here: a catalogue, and what it answers in turn. */
function reportingWith(ids: readonly string[], ...answers: readonly object[][]) {
  const left = [...answers];
  const paths: string[] = [];
  return {
    paths,
    read: async ({ path }: { path: string }) => {
      if (path === '/v1/metrics') return { items: ids.map((id) => ({ id, name, unit: 'application' })) };
      paths.push(path);
      return { rows: left.length > 1 ? left.shift() : left[0] };
    },
  };
}

const compared = (comparison: Comparison) => comparison.rows.map(({ of, counted, figure }) => ({ of, counted, figure }));

test('a figure is asked for again while events are on their way, until it is what was counted', async () => {
  const reporting = reportingWith(['applications'], [{ value: 318 }], [{ value: 320 }]);
  expect(compared(await compareFigures(asked, reporting))).toEqual([{ of: '', counted: 320, figure: 320 }]);
  expect(reporting.paths).toEqual(['/v1/figures/applications?year=2022', '/v1/figures/applications?year=2022']);
});

test('a metric that the catalogue does not have is not compared, and named', async () => {
  const comparison = await compareFigures([...asked, ...pairs], reportingWith(['applications'], [{ value: 320 }]));
  expect(compared(comparison)).toHaveLength(1);
  expect(comparison.absent).toEqual(['pair-shared-tax']);
  expect(renderComparison(comparison)).toContain('has no such metric: pair-shared-tax');
});

test('a pair is found whichever of its regions comes first', async () => {
  const reporting = reportingWith(['pair-shared-tax'], [{ a: 'CN-331082', b: 'CN-310115', value: '500' }]);
  expect(compared(await compareFigures(pairs, reporting))).toEqual([{ of: 'CN-310115 – CN-331082', counted: 500, figure: 500 }]);
});

describe('a table', () => {
  const row = { metric: 'applications', name, unit: 'application', of: '', counted: 320 };

  it('says that all agree where they do', () => {
    expect(renderComparison({ rows: [{ ...row, figure: 320 }], absent: [] })).toContain('Every figure is what the script counted itself.');
  });

  it.each([319, undefined])('names what differs: %p', (figure) => {
    expect(renderComparison({ rows: [{ ...row, figure }], absent: [] })).toContain('1 of 1 differ: applications');
  });
});
