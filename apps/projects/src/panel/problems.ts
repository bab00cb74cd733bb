import type { ProblemTable } from '@xietong/kernel';

export const panelProblems = {
  'call-still-open': {
    kind: 'conflict',
    title: { zh: '申报尚未截止', en: 'The call has not closed yet' },
    remedy: { zh: '请在申报截止、评审完成后再定。', en: 'Decide when the call has closed and the reviews are in.' },
  },
  'application-repeated': {
    kind: 'invalid',
    title: { zh: '同一申报出现两次', en: 'An application is named twice' },
    remedy: { zh: '请去掉重复的一项。', en: 'Name each application once.' },
  },
  'shortlisted-already': {
    kind: 'conflict',
    title: { zh: '该申报已在拟立项名单中', en: 'The application is on the list already' },
    remedy: { zh: '请去掉该项。', en: 'Leave it out.' },
  },
  'quota-exceeded': {
    kind: 'conflict',
    title: { zh: '超出该领域的立项名额', en: 'The quota of the area would be exceeded' },
    remedy: { zh: '请减少拟立项数量。', en: 'Choose fewer applications.' },
  },
  'reviews-awaited': {
    kind: 'conflict',
    title: { zh: '该领域仍有评审未完成', en: 'Reviews of the area are still awaited' },
    remedy: { zh: '请等待，或撤回不再需要的邀请。', en: 'Wait for them, or withdraw invitations that are not needed any more.' },
  },
  'quorum-missing': {
    kind: 'conflict',
    title: { zh: '有效评审份数不足', en: 'Too few reviews of it count' },
    remedy: { zh: '请增邀专家评审。', en: 'Invite further experts to review it.' },
  },
  'reasons-needed': {
    kind: 'invalid',
    title: { zh: '需要说明理由', en: 'The choice needs reasons' },
    remedy: {
      zh: '请说明为何越过排名更前的申报，或为何采纳评分悬殊的申报。',
      en: 'Say why a better placed application is passed over, or why one is taken on which the reviews lie far apart.',
    },
  },
} satisfies ProblemTable;
