import type { ProblemTable } from '@xietong/kernel';

export const riskProblems = {
  'risk-closed': {
    kind: 'conflict',
    title: { zh: '风险已经关闭', en: 'The risk is closed' },
    remedy: {
      zh: '已关闭的风险不再变更；情况再次出现时请重新上报。',
      en: 'A closed risk does not change; raise it anew if it comes back.',
    },
  },
  'owner-not-participant': {
    kind: 'invalid',
    title: { zh: '责任单位不是项目参与单位', en: 'The owner is none of the participants of the project' },
    remedy: { zh: '请从项目参与单位中指定责任单位。', en: 'Name one of the participants as the owner.' },
  },
  'no-answer-awaited': {
    kind: 'conflict',
    title: { zh: '该风险没有待提交的应对措施', en: 'No answer is awaited' },
    remedy: {
      zh: '无需操作：应对措施已提交，或风险已关闭；重新评估后可再次提交。',
      en: 'There is nothing to do: it was answered or is closed; a new assessment asks for a new answer.',
    },
  },
  'no-answer-overdue': {
    kind: 'conflict',
    title: { zh: '没有逾期未提交的应对措施', en: 'No answer is overdue' },
    remedy: { zh: '无需操作：逾期由系统到期自动记录。', en: 'There is nothing to do: the clock notes it when the time is up.' },
  },
} satisfies ProblemTable;
