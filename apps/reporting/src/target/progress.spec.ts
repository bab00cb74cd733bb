import { targetSet } from '@xietong/contracts-reporting';
import type { AgencyRef } from '@xietong/kernel';
import { lookupOver, person, stateAfter } from '@xietong/testing';
import { agency, now, revised, set, watermark } from './example.fixture.ts';
import { answerProgress } from './progress-answer.ts';
import { targetProgress } from './progress.ts';
import { Target } from './target.ts';

const rate = targetSet({
  ...set.data,
  number: '2026-04',
  title: '立项率 30%',
  metric: 'approval-rate',
  narrowing: {},
  unit: 'basis-point',
  value: 3000,
});
const foreign = targetSet({ ...set.data, agency: 'NO-03/inn' });
const states = {
  'CN-331082.kjj.2026-03': stateAfter(Target, [set, revised]),
  'CN-331082.kjj.2026-04': stateAfter(Target, [rate]),
  'NO-03.inn.2026-03': stateAfter(Target, [foreign]),
};

const asking = (values: Readonly<Record<string, number | undefined>>) => {
  const figures = ({ metric }: { metric: string }, _: AgencyRef) => {
    const value = values[metric];
    return { watermark, rows: value === undefined ? [] : [{ value, events: `/v1/figures/${metric}/events?at=${watermark}` }] };
  };
  const look = lookupOver({ documents: [[Target, states]], answers: { figures } });
  return async (metric?: string, who = person('analyst', { agency })) => {
    const answer = await answerProgress(look, () => now)(metric ? { metric } : {}, who);
    return 'refused' in answer ? answer : targetProgress.output.parse(answer);
  };
};

test('each target of the agency is told with its value now, what the pace asks for today, and the events behind it', async () => {
  // 41 of 730 days are gone at the end of 10 February 2026.
  expect(await asking({ projects: 82, 'approval-rate': 2534 })()).toEqual({
    day: '2026-02-10',
    items: [
      {
        ...{ target: 'CN-331082.kjj.2026-03', number: '2026-03', title: set.data.title, metric: 'projects', unit: 'project' },
        ...{ aim: 'at-least', firstYear: 2026, lastYear: 2027, value: 1460, responsible: '成果转化科' },
        ...{ actual: 82, expected: 82, shareGoneBasisPoints: 561, standing: 'on-pace', behindInARow: 0, watermark },
        ...{ question: 'year=2026..2027&region=CN-331082', events: `/v1/figures/projects/events?at=${watermark}` },
      },
      expect.objectContaining({ number: '2026-04', actual: 2534, expected: 3000, standing: 'behind', question: 'year=2026..2027' }),
    ],
  });
});

test('a figure without a value yet is told as none', async () => {
  expect(await asking({ projects: 1460 })()).toMatchObject({
    items: [{ standing: 'reached' }, { standing: 'no-value', expected: 3000 }],
  });
  expect(JSON.stringify(await asking({})('approval-rate'))).not.toContain('actual');
});

test('the targets of one metric can be asked for, and those of another agency are not there', async () => {
  const answer = await asking({ projects: 1 })('projects');
  expect(answer).toMatchObject({ items: [{ target: 'CN-331082.kjj.2026-03' }] });
  expect(answer).toHaveProperty('items.length', 1);
});

test('who acts for no agency is refused', async () => {
  expect(await asking({})(undefined, person('analyst'))).toMatchObject({ refused: 'agency-needed' });
});
