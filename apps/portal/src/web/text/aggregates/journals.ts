import type { AggregateWords } from './aggregate-words.ts';

/** The journals in which a service seals its agencies' events. */
export const journals: Readonly<Record<string, AggregateWords>> = {
  journal: {
    name: { zh: '日志链', en: 'Journal' },
    names: { zh: '日志链', en: 'Journals' },
    events: { opened: { zh: '启用', en: 'Opened' }, sealed: { zh: '封存', en: 'Sealed' } },
    fields: {
      date: { zh: '日期', en: 'Day' },
      begunAt: { zh: '开始封存', en: 'Sealing began' },
      page: { zh: '页', en: 'Page' },
      since: { zh: '自', en: 'Since' },
      after: { zh: '已封存至', en: 'Sealed up to' },
    },
    values: {
      status: {
        open: { zh: '启用中', en: 'Open' },
        sealing: { zh: '封存中', en: 'Being sealed' },
        sealed: { zh: '已封存', en: 'Sealed' },
      },
    },
  },
};
