import type { ProblemTable } from '@xietong/kernel';

export const callProblems = {
  'closes-before-it-opens': {
    kind: 'invalid',
    title: { zh: '截止时间不晚于开始时间', en: 'The call would close before it opens' },
    remedy: { zh: '请更正受理开始时间或截止时间。', en: 'Correct when it opens or when it closes.' },
  },
  'closes-in-the-past': {
    kind: 'invalid',
    title: { zh: '截止时间已经过去', en: 'The call would close in the past' },
    remedy: { zh: '请给出将来的截止时间。', en: 'Give a time of closing that lies ahead.' },
  },
  'publicity-too-short': {
    kind: 'invalid',
    title: { zh: '公示期短于规定', en: 'The time of publicity is shorter than the rules ask for' },
    remedy: { zh: '请延长公示工作日数。', en: 'Raise the number of working days for publicity.' },
  },
  'no-quota': {
    kind: 'invalid',
    title: { zh: '各领域指标数均为零', en: 'No area has a quota' },
    remedy: { zh: '请至少为一个领域给出可立项数。', en: 'Say for at least one area how many can be approved.' },
  },
  'code-repeated': {
    kind: 'invalid',
    title: { zh: '代码重复', en: 'A code stands twice in a list' },
    remedy: { zh: '请为列表中的每一项使用不同的代码。', en: 'Give each entry of the list a code of its own.' },
  },
  'call-closed': {
    kind: 'conflict',
    title: { zh: '申报已经截止', en: 'The call is closed' },
    remedy: {
      zh: '请关注下一批申报指南；已截止的指南不再变更。',
      en: 'Watch for the next call; one that is closed does not change any more.',
    },
  },
  'nothing-amended': {
    kind: 'invalid',
    title: { zh: '修订未改变任何内容', en: 'The amendment changes nothing' },
    remedy: { zh: '请提交有变化的内容。', en: 'Send terms that differ from the present ones.' },
  },
  'call-open': {
    kind: 'conflict',
    title: { zh: '申报已经开始，该内容不能再改', en: 'Applications are being taken: this cannot change any more' },
    remedy: {
      zh: '受理期间只能推迟截止时间或增加预算；其他变更请另发指南。',
      en: 'Only a later closing and a larger budget are possible now; for anything else publish another call.',
    },
  },
  'reason-needed': {
    kind: 'invalid',
    title: { zh: '提前截止须说明理由', en: 'Closing early needs a reason' },
    remedy: { zh: '请填写提前截止的理由，申报单位将会看到。', en: 'Say why it closes before its time; applicants will read it.' },
  },
} satisfies ProblemTable;
