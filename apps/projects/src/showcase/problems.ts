import type { ProblemTable } from '@xietong/kernel';

export const showcaseProblems = {
  'project-unfinished': {
    kind: 'conflict',
    title: { zh: '项目尚未完成', en: 'The project is not done' },
    remedy: { zh: '请在项目完成或通过验收后推荐。', en: 'Nominate it when it is completed or accepted.' },
  },
  'not-nominated': {
    kind: 'conflict',
    title: { zh: '案例不在遴选中', en: 'The showcase does not wait to be chosen' },
    remedy: { zh: '只有已推荐、尚未遴选的案例可以如此处理。', en: 'Only one that was nominated and not yet decided on can be handled so.' },
  },
  'not-selected': {
    kind: 'conflict',
    title: { zh: '案例未入选', en: 'The showcase is not selected' },
    remedy: {
      zh: '请先遴选；已发布或撤下的案例不再发布。',
      en: 'Select it first; one that is published or withdrawn is not published again.',
    },
  },
  'report-year-wrong': {
    kind: 'invalid',
    title: { zh: '年度报告的年份不符', en: 'This is not the year of a report that is being written' },
    remedy: { zh: '请填写本年或上一年。', en: 'Give this year, or the year before.' },
  },
  'showcase-ended': {
    kind: 'conflict',
    title: { zh: '案例已经撤下或未入选', en: 'The showcase was withdrawn or declined' },
    remedy: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
} satisfies ProblemTable;
