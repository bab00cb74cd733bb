import { renderReport } from './report.ts';

const machine = { processors: '2 x some', memoryGiB: 24, node: 'v24' };
const date = '2026-11-24';
const figure = { median: 0.934, least: 0.9, most: 1.2, rounds: 5 };

describe('the report of a bench', () => {
  it('shows each figure with its spread, its goal and whether that is reached', () => {
    const text = renderReport(
      [
        { id: '4', what: 'create', unit: 'ratio', figure, goal: { atMost: 0.95 }, date },
        { id: '6', what: 'token', unit: 'ratio', figure, goal: { atLeast: 0.95 }, date },
        { id: 'import', what: 'projects', unit: '1/s', figure: { ...figure, median: 560.4 }, date },
      ],
      machine,
    );
    expect(text).toContain('| 4 | create | 0.934 | 0.900 … 1.20 (5) | ratio | <= 0.95 | reached | 2026-11-24 |');
    expect(text).toContain('| 6 | token | 0.934 | 0.900 … 1.20 (5) | ratio | >= 0.95 | missed | 2026-11-24 |');
    expect(text).toContain('| import | projects | 560 |');
  });
});
