import type { ProblemTable } from '@xietong/kernel';

export const expertProblems = {
  'ends-before-it-begins': {
    kind: 'invalid',
    title: { zh: '结束日期早于开始日期', en: 'It would end before it begins' },
    remedy: {
      zh: '请更正开始日期或结束日期；仍在进行的请不填结束日期。',
      en: 'Correct one of the days; leave the last one out while it goes on.',
    },
  },
  'organisation-repeated': {
    kind: 'invalid',
    title: { zh: '同一单位在重叠的时间内填报了两次', en: 'The organisation is named twice for the same days' },
    remedy: { zh: '请合并为一条，或使时间不重叠。', en: 'Make one entry of them, or let their days not overlap.' },
  },
  'region-unknown': {
    kind: 'invalid',
    title: { zh: '行政区划代码不存在', en: 'There is no such division of China' },
    remedy: { zh: '请按 GB/T 2260 更正代码。', en: 'Correct the code by GB/T 2260.' },
  },
  'identifier-unsound': {
    kind: 'invalid',
    title: { zh: '统一社会信用代码校验位不符', en: 'The check digits of the social credit identifier are wrong' },
    remedy: { zh: '请按营业执照或登记证书更正代码。', en: 'Correct the identifier by the certificate of the organisation.' },
  },
  'conflict-forgotten': {
    kind: 'conflict',
    title: { zh: '近三年内已申报的关系不能删除或缩短', en: 'What was declared of the last years cannot be taken out' },
    remedy: {
      zh: '请保留所列单位及其日期；关系已结束的不要删除，请填写结束日期，最早为今天。',
      en: 'Keep the organisation with the days named in the details; where it has ended, let it end today instead of taking it out.',
    },
  },
  'nothing-changed': {
    kind: 'conflict',
    title: { zh: '信息没有变化', en: 'Nothing has changed' },
    remedy: { zh: '无需操作：所填内容与现有信息相同。', en: 'There is nothing to do: this is what is known of you already.' },
  },
  'not-up-for-verification': {
    kind: 'conflict',
    title: { zh: '该专家不在待核实状态', en: 'The expert does not wait to be verified' },
    remedy: {
      zh: '已入库的无需再核实；未通过的须由本人修改信息后再核实。',
      en: 'Who is on the roster was verified already; who was rejected has to change his profile first.',
    },
  },
  'not-on-roster': {
    kind: 'conflict',
    title: { zh: '该专家尚未入库', en: 'The expert is not on the roster' },
    remedy: { zh: '请先由主管部门核实入库。', en: 'His agency has to verify him first.' },
  },
  'expert-suspended': {
    kind: 'conflict',
    title: { zh: '专家资格已被暂停', en: 'The expert is suspended' },
    remedy: {
      zh: '请查看暂停原因，由主管部门负责人恢复后再办理。',
      en: 'Read the reason; a director of the agency has to reinstate him first.',
    },
  },
  'not-suspended': {
    kind: 'conflict',
    title: { zh: '专家资格未被暂停', en: 'The expert is not suspended' },
    remedy: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'renewal-too-early': {
    kind: 'conflict',
    title: { zh: '尚未到续期时间', en: 'It is too early to renew' },
    remedy: { zh: '请在所列日期起续期。', en: 'Renew from the day on that the details name.' },
  },
  'term-running': {
    kind: 'conflict',
    title: { zh: '没有到期的有效期', en: 'No term has ended' },
    remedy: { zh: '无需操作：到期由系统自动记录。', en: 'There is nothing to do: the clock notes it when a term ends.' },
  },
} satisfies ProblemTable;
