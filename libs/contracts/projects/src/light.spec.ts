import { runningLight } from './light.ts';

const [below, onPlan] = [{ belowPlan: true }, { belowPlan: false }];

describe('the light of a running project', () => {
  test('is on plan unless its last report was found below it', () => {
    expect([runningLight({}), runningLight({ quarters: [below, onPlan] })]).toEqual(['on-plan', 'on-plan']);
    expect(runningLight({ quarters: [onPlan, below] })).toBe('behind');
  });

  test('is the warning’s until somebody has answered it, in time or late', () => {
    const under = (status: 'open' | 'escalated' | 'answered') => runningLight({ quarters: [below], warning: { status } });
    expect([under('open'), under('escalated'), under('answered')]).toEqual(['warned', 'warned', 'behind']);
  });
});
