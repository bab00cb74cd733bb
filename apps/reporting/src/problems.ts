import type { ProblemTable } from '@xietong/kernel';

/** Every answer "no" of reporting, and what the caller can do about it. */
export const problems = {
  'agency-needed': {
    kind: 'forbidden',
    title: { zh: '只有机构人员可以查看指标', en: 'Figures are for people of an agency' },
    remedy: { zh: '请使用属于某一机构的账号登录。', en: 'Log in with an account that belongs to an agency.' },
  },
  'metric-unknown': {
    kind: 'missing',
    title: { zh: '没有这个指标', en: 'There is no such metric' },
    remedy: { zh: '请从 /v1/metrics 列出的指标中选择。', en: 'Choose one of the metrics that /v1/metrics lists.' },
  },
  'dimension-unfit': {
    kind: 'invalid',
    title: { zh: '该指标不能按此维度统计', en: 'The metric is not broken down that way' },
    remedy: { zh: 'by 只接受该指标的维度，每个最多一次。', en: 'Give `by` dimensions of this metric only, each at most once.' },
  },
  'filter-unfit': {
    kind: 'invalid',
    title: { zh: '该指标不支持此筛选条件', en: 'The metric does not have that filter' },
    remedy: { zh: '请去掉该条件，或改用支持它的指标。', en: 'Leave the filter out, or ask for a metric that has it.' },
  },
  'currency-needed': {
    kind: 'invalid',
    title: { zh: '金额涉及多种币种', en: 'The amounts are in several currencies' },
    remedy: { zh: '请用 currency 指定其中一种，逐一查询。', en: 'Name one of them with `currency`, and ask once for each.' },
  },
  'regions-needed': {
    kind: 'invalid',
    title: { zh: '请指定占比所指的地区', en: 'The share is that of regions, and none is named' },
    remedy: {
      zh: '请用 within 列出地区，用逗号分隔，例如 CN-33,NO-03。',
      en: 'Name the regions with `within`, separated by commas: `CN-33,NO-03`.',
    },
  },
  'watermark-unknown': {
    kind: 'invalid',
    title: { zh: '该水位尚未达到', en: 'The watermark has not been reached' },
    remedy: {
      zh: '请使用先前应答中返回的水位，或不带 at 查询最新数值。',
      en: 'Use a watermark from an earlier answer, or leave `at` out for the latest figures.',
    },
  },
} as const satisfies ProblemTable;
