import { planYear } from '../plan/plan-year.ts';
import { smallestYear, wholeYear } from '../plan/size.ts';
import { expectedFigures, pairOf, workingDaysOf } from './expected-figures.ts';

const plan = planYear('2022', wholeYear);
const valueOf = (metric: string): number | undefined =>
  expectedFigures(plan)
    .find((figure) => figure.metric === metric)
    ?.values.get('');

describe('what the script counts', () => {
  it('leaves nothing out: every application handed in was approved, refused, found ineligible or withdrawn', () => {
    const withdrawn = plan.applications.filter(({ fate }) => fate.kind === 'withdrawn').length;
    const ended = ['approved-applications', 'refused-applications', 'ineligible-applications'].map((metric) => valueOf(metric) ?? 0);
    expect(ended.reduce((sum, count) => sum + count, withdrawn)).toBe(valueOf('applications'));
  });

  it('counts working days by the calendar of China: Qingming is off, the Saturday before it is worked', () => {
    const [application] = plan.applications.filter(
      ({ fate, isReturned }) => !isReturned && fate.kind === 'approved' && fate.way === 'with-all',
    );
    if (!application) throw new Error('none is approved with all');
    // 30 and 31 March, 1 and 2 April, 6 to 8, 11 to 15, 18 to 20.
    expect(workingDaysOf({ ...application, handedInOn: '2022-03-29' })).toBe(15);
    // The same, but with its applicant from 1 April to 7 April.
    expect(workingDaysOf({ ...application, handedInOn: '2022-03-29', isReturned: true })).toBe(12);
  });

  it('adds up what fell to the members of both regions of a pair, as they confirmed it and not as it was stated first', () => {
    const [enclave, pairing] = plan.alliances;
    if (!enclave || !pairing) throw new Error('there are two alliances');
    const tax = expectedFigures(plan).find(({ metric }) => metric === 'pair-shared-tax')?.values;
    const totalOf = ({ statements }: typeof enclave): number => statements.reduce((sum, statement) => sum + statement.tax, 0);
    expect(tax?.get(pairOf('CN-331082', 'CN-310115'))).toBe(totalOf(enclave));
    expect(tax?.get(pairOf('CN-320583', 'CN-331002'))).toBe((totalOf(pairing) * 7) / 10);
    expect(tax?.size).toBe(4);
  });

  it('is whole numbers, also of the smallest year', () => {
    const values = expectedFigures(planYear('any', smallestYear)).flatMap((figure) => [...figure.values.values()]);
    expect(values.filter((value) => !Number.isSafeInteger(value))).toEqual([]);
  });
});
