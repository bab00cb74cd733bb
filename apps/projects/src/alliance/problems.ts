import type { ProblemTable } from '@xietong/kernel';

export const allianceProblems = {
  'too-few-members': {
    kind: 'invalid',
    title: { zh: '成员数量不足', en: 'There are too few members' },
    remedy: { zh: '联合体至少需要两个成员，请补充。', en: 'Name at least two members.' },
  },
  'member-repeated': {
    kind: 'invalid',
    title: { zh: '同一成员出现两次', en: 'A member is named twice' },
    remedy: { zh: '请将同一成员合并为一项。', en: 'Name each member once.' },
  },
  'region-not-of-agency': {
    kind: 'invalid',
    title: { zh: '地区与主管部门不符', en: 'The agency is of another region' },
    remedy: {
      zh: '主管部门只能代表本地区；请更正地区或成员标识。',
      en: 'An agency stands for its own region: correct the region or the id.',
    },
  },
  'alliance-dissolved': {
    kind: 'conflict',
    title: { zh: '联合体已经解散', en: 'The alliance is dissolved' },
    remedy: {
      zh: '解散后成员不再变更；各期结算仍可办理。需要继续合作时请新建联合体。',
      en: 'Its members stay as they were, and its periods can still be stated. Found another one to go on together.',
    },
  },
  'day-in-the-future': {
    kind: 'invalid',
    title: { zh: '日期尚未到来', en: 'The day has not come yet' },
    remedy: { zh: '请在当日或之后办理。', en: 'Come back on that day, or name an earlier one.' },
  },
  'before-it-began': {
    kind: 'invalid',
    title: { zh: '日期早于开始日期', en: 'The day is before the beginning' },
    remedy: { zh: '请填写开始之日或之后的日期。', en: 'Name a day on which it had begun.' },
  },
  'already-a-member': {
    kind: 'conflict',
    title: { zh: '该单位当日已是成员', en: 'It is a member on that day already' },
    remedy: {
      zh: '无需操作；退出后重新加入的，请填写退出日之后的日期。',
      en: 'There is nothing to do; who joins again does so after the day it left.',
    },
  },
  'members-full': {
    kind: 'conflict',
    title: { zh: '成员数量已达上限', en: 'No more members are taken' },
    remedy: { zh: '请另建联合体。', en: 'Found another alliance for them.' },
  },
  'member-unknown': {
    kind: 'invalid',
    title: { zh: '不是该联合体（该期）的成员', en: 'There is no such member in the alliance, or in that period' },
    remedy: { zh: '请从该联合体该期的成员中选择。', en: 'Choose one of the members of the alliance in that period.' },
  },
  'not-quarter-start': {
    kind: 'invalid',
    title: { zh: '分享规则不是从季度首日起', en: 'The sharing rule does not begin with a quarter' },
    remedy: { zh: '请填写季度的第一天，使每期只适用一条规则。', en: 'Name the first day of a quarter, so that each period has one rule.' },
  },
  'share-missing': {
    kind: 'invalid',
    title: { zh: '有成员没有分享比例', en: 'A member has no share' },
    remedy: { zh: '请为当期每个成员填写比例，可以为 0。', en: 'Give each member of that quarter a share, though it be 0.' },
  },
  'sharing-not-whole': {
    kind: 'invalid',
    title: { zh: '分享比例之和不是 100%', en: 'The shares do not make 100 percent' },
    remedy: { zh: '请调整比例，使其合计为 10000 个基点（100%）。', en: 'Change the shares so that they add up to 10,000 basis points.' },
  },
  'period-outside-alliance': {
    kind: 'invalid',
    title: { zh: '该季度联合体尚未成立或已经解散', en: 'The alliance has no members in that quarter' },
    remedy: { zh: '请选择联合体存续期间的季度。', en: 'Choose a quarter between its beginning and its end.' },
  },
  'period-already-stated': {
    kind: 'conflict',
    title: { zh: '该季度已有结算单', en: 'That quarter is stated already' },
    remedy: {
      zh: '已有的结算单不因成员或规则变更而改变；成员有异议的，由成员提出后更正。',
      en: 'A statement does not change with members or rules: choose a later day, or correct it after a member has disputed it.',
    },
  },
  'period-running': {
    kind: 'conflict',
    title: { zh: '该季度尚未结束', en: 'The quarter is not over yet' },
    remedy: { zh: '请在季度结束后结算。', en: 'State it when the quarter is over.' },
  },
  'sharing-rule-missing': {
    kind: 'conflict',
    title: { zh: '该季度没有分享规则', en: 'No sharing rule holds in that quarter' },
    remedy: { zh: '请先登记该季度首日起适用的分享规则。', en: 'Enter the rule that was agreed from its first day or earlier.' },
  },
  'sharing-rule-outdated': {
    kind: 'conflict',
    title: { zh: '分享规则与该季度成员不符', en: 'The sharing rule has other members than the quarter' },
    remedy: {
      zh: '成员已有变更，请先登记该季度适用的新规则。',
      en: 'Members have changed: enter the rule that they agreed from that quarter on.',
    },
  },
  'statement-unknown': {
    kind: 'invalid',
    title: { zh: '该季度没有结算单', en: 'That quarter has not been stated' },
    remedy: { zh: '请从已有的结算单中选择。', en: 'Choose one of the statements of the alliance.' },
  },
  'not-for-this-member': {
    kind: 'forbidden',
    title: { zh: '您不代表该成员', en: 'You do not act for that member' },
    remedy: {
      zh: '成员为单位的，由该单位的账号办理；成员为主管部门的，由其工作人员办理。',
      en: 'An organisation confirms by an account of its own, an agency by one of its officers.',
    },
  },
  'statement-final': {
    kind: 'conflict',
    title: { zh: '结算单已经生效', en: 'The statement is final' },
    remedy: { zh: '全部成员确认后的结算单不再变更。', en: 'Every member has confirmed it; it does not change any more.' },
  },
  'statement-disputed': {
    kind: 'conflict',
    title: { zh: '结算单存在异议', en: 'The statement is disputed' },
    remedy: { zh: '请等待更正后的结算单，再行确认。', en: 'Wait for the statement that corrects it, and confirm that.' },
  },
  'already-confirmed': {
    kind: 'conflict',
    title: { zh: '该成员已经确认', en: 'The member has confirmed already' },
    remedy: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'already-disputed': {
    kind: 'conflict',
    title: { zh: '该成员已对此项提出异议', en: 'The member has disputed that already' },
    remedy: { zh: '请等待更正。', en: 'Wait for the correction.' },
  },
  'not-disputed': {
    kind: 'conflict',
    title: { zh: '结算单没有异议', en: 'The statement is not disputed' },
    remedy: { zh: '只有成员提出异议的结算单可以更正。', en: 'Only a statement that a member disputes is corrected.' },
  },
} satisfies ProblemTable;
