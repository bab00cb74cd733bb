import { scenarios } from '../scenarios/scenarios.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { measuredOf } from './measured.ts';
import { parseOptions } from './options.ts';
import type { RunWishes } from './run-load.ts';
import { runScenarios } from './run-scenarios.ts';

/** Runs the options on a platform that answers in time as `holds` says: the nth time that a rate is tried, from 1. */
async function runOn(args: readonly string[], holds: (rate: number, time: number) => boolean) {
  const tried: (RunWishes & { readonly scenario: string })[] = [];
  const reported: string[] = [];
  let fresh = 0;
  const measure = ({ name, thresholds }: Scenario, wishes: RunWishes) => {
    tried.push({ ...wishes, scenario: name });
    const { rate, seconds } = wishes;
    const time = tried.filter((each) => each.scenario === name && each.rate === rate).length;
    const outcomes = [{ ms: thresholds.p95Ms + (holds(rate, time) ? 0 : 1) }];
    return Promise.resolve(measuredOf({ rate, seconds, outcomes, dropped: 0, tookSeconds: seconds }));
  };
  const lines = await runScenarios(parseOptions(args), {
    measure,
    freshSeed: () => `seed${(fresh += 1)}`,
    freshPassword: () => 'secret',
    date: '2026-11-28',
    report: (text) => reported.push(text),
  });
  return { lines, tried, reported: reported.join('\n') };
}

const find = ['--find', '--only', 'command-mix', '--rate', '32'];
const ratesOf = (tried: readonly RunWishes[]) => tried.map(({ rate }) => rate);

describe('a run', () => {
  it('takes each scenario once, at its own rate and for its own time', async () => {
    const { lines, tried } = await runOn([], () => true);
    expect(tried.map(({ scenario, rate, seconds }) => [scenario, rate, seconds])).toEqual(
      scenarios.map(({ name, rate, seconds }) => [name, rate, seconds]),
    );
    expect(lines.map(({ scenario, highest, missed }) => [scenario, highest, missed])).toEqual(
      scenarios.map(({ name }) => [name, false, []]),
    );
  });

  it('says which thresholds were missed, and tries no second time', async () => {
    const { lines, reported } = await runOn(['--only', 'figure-queries', '--rate', '7', '--seconds', '3'], () => false);
    expect(lines).toMatchObject([{ scenario: 'figure-queries', measured: { rate: 7, seconds: 3 }, missed: ['p95 over 250 ms'] }]);
    expect(reported).toContain('missed: p95 over 250 ms |');
  });

  it('makes things of its own each time', async () => {
    const { tried } = await runOn(find, (rate) => rate <= 40);
    expect(new Set(tried.map(({ seed }) => seed)).size).toBe(tried.length);
  });
});

describe('finding the highest rate', () => {
  it('ends with what was measured there, though higher rates were tried later', async () => {
    const { lines, tried, reported } = await runOn(find, (rate) => rate <= 40);
    expect(ratesOf(tried)).toEqual([32, 64, 64, 48, 48, 40, 44, 44, 42, 42]);
    expect(lines).toMatchObject([{ highest: true, measured: { rate: 40, seconds: 10 }, missed: [] }]);
    expect(reported).toContain('command-mix: every threshold holds up to 40/s');
  });

  it('forgives a rate that is missed once', async () => {
    const { lines } = await runOn(find, (rate, time) => rate <= 40 && (rate !== 32 || time === 2));
    expect(lines).toMatchObject([{ highest: true, measured: { rate: 40 } }]);
  });

  it('says so where not even one a second holds', async () => {
    const { lines, reported } = await runOn(find, () => false);
    expect(lines).toMatchObject([{ highest: false, measured: { rate: 1 }, missed: ['p95 over 250 ms'] }]);
    expect(reported).toContain('command-mix: not every threshold holds even at 1/s');
  });

  it('says so where nothing higher is sought', async () => {
    const { reported } = await runOn(find, () => true);
    expect(reported).toContain('every threshold holds up to 10000/s, above which nothing is sought');
  });
});
