import type { ProblemTable } from '@xietong/kernel';

export const reportProblems = {
  'too-many-rows': {
    kind: 'invalid',
    title: { zh: '报告的表格行数过多', en: 'The tables have too many rows' },
    remedy: { zh: '请缩小统计范围、减少分组或减少表格。', en: 'Narrow the figures, break them down less, or leave tables out.' },
  },
  'not-a-draft': {
    kind: 'conflict',
    title: { zh: '报告不是草稿', en: 'The report is no draft' },
    remedy: { zh: '已提交的报告须先退回，方可重新提交。', en: 'What was submitted has to be returned before it is submitted again.' },
  },
  'not-submitted': {
    kind: 'conflict',
    title: { zh: '报告不在待审批状态', en: 'The report does not wait for approval' },
    remedy: { zh: '请等待报告提交。', en: 'It has to be submitted first.' },
  },
  'own-draft': {
    kind: 'forbidden',
    title: { zh: '起草或提交报告的人不能审批', en: 'Who drafted or submitted a report does not approve it' },
    remedy: { zh: '请由另一位负责人审批。', en: 'Ask another director to approve it.' },
  },
  'not-approved': {
    kind: 'conflict',
    title: { zh: '报告尚未批准', en: 'The report is not approved' },
    remedy: { zh: '批准后方可发布；已发布的无需再发布。', en: 'It is published once, after it was approved.' },
  },
  'already-withdrawn': {
    kind: 'conflict',
    title: { zh: '报告已经撤回', en: 'The report is withdrawn already' },
    remedy: { zh: '无需操作；需要时请起草新报告。', en: 'There is nothing to do; draft another one where it is needed.' },
  },
  'report-unknown': {
    kind: 'missing',
    title: { zh: '没有这份报告', en: 'There is no such report' },
    remedy: { zh: '请从本部门的报告列表中选择。', en: 'Choose one of the reports of your agency.' },
  },
  'table-unknown': {
    kind: 'missing',
    title: { zh: '报告中没有这张表', en: 'The report has no such table' },
    remedy: { zh: '表格从 1 起编号，请选择报告中的表格。', en: 'Tables are counted from 1: choose one that the report has.' },
  },
} satisfies ProblemTable;
