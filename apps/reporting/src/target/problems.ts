import type { ProblemTable } from '@xietong/kernel';

export const targetProblems = {
  'years-reversed': {
    kind: 'invalid',
    title: { zh: '终止年份早于起始年份', en: 'The last year is before the first' },
    remedy: { zh: '请更正起始年份或终止年份。', en: 'Correct one of the two years.' },
  },
  'period-over': {
    kind: 'invalid',
    title: { zh: '规划期已经结束', en: 'The period is over' },
    remedy: { zh: '请填写今年或以后的终止年份。', en: 'Name a last year that has not ended.' },
  },
  'target-ended': {
    kind: 'conflict',
    title: { zh: '规划期已结束并完成评估', en: 'The target has ended' },
    remedy: {
      zh: '已结束的指标不再修订；请为新的规划期另设指标。',
      en: 'It is not revised any more: set another one for the next period.',
    },
  },
  'nothing-revised': {
    kind: 'conflict',
    title: { zh: '目标值和规划期没有变化', en: 'Neither value nor period has changed' },
    remedy: { zh: '无需操作；要修订请更改目标值或年份。', en: 'There is nothing to do; to revise it, change the value or a year.' },
  },
  'already-assigned': {
    kind: 'conflict',
    title: { zh: '该单位已是责任单位', en: 'That office answers for it already' },
    remedy: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'quarter-running': {
    kind: 'conflict',
    title: { zh: '没有到期待评估的季度', en: 'No quarter is due to be assessed' },
    remedy: { zh: '无需操作：季度结束后由系统自动评估。', en: 'There is nothing to do: the clock assesses a quarter when it has ended.' },
  },
} satisfies ProblemTable;
