import type { ProblemTable } from '@xietong/kernel';

export const reviewProblems = {
  'application-unknown': {
    kind: 'invalid',
    title: { zh: '没有本部门受理的该申报', en: 'Your agency has no such application' },
    remedy: { zh: '请从本部门的申报列表中选择。', en: 'Choose one from the list of applications to your agency.' },
  },
  'expert-unknown': {
    kind: 'invalid',
    title: { zh: '专家库中没有该专家', en: 'No roster has such an expert' },
    remedy: {
      zh: '请从专家库中选择；刚登记的专家片刻后可用。',
      en: 'Choose one from a roster; one who has just registered is there in a moment.',
    },
  },
  'expert-not-on-roster': {
    kind: 'conflict',
    title: { zh: '该专家目前不在库', en: 'The expert is on no roster now' },
    remedy: { zh: '请另选一位经审核且任期未满的专家。', en: 'Choose an expert who is verified and whose term runs.' },
  },
  'expert-in-conflict': {
    kind: 'conflict',
    title: { zh: '该专家须回避', en: 'The expert has a conflict of interest' },
    remedy: {
      zh: '请另选与各申报单位没有任职、利害或近三年项目合作关系的专家。',
      en: 'Choose an expert who is tied to none of the parties by employment, a declared relation or a shared project of the last years.',
    },
  },
  'review-under-way': {
    kind: 'conflict',
    title: {
      zh: '评审正在进行、已经完成或专家已回避',
      en: 'The review is under way or done, or the expert had to withdraw for a conflict',
    },
    remedy: { zh: '只有谢绝、撤回或逾期的评审可以再次邀请。', en: 'Invite again only who declined, was not needed, or let the time pass.' },
  },
  'not-invited': {
    kind: 'conflict',
    title: { zh: '没有待答复的邀请', en: 'No invitation waits for an answer' },
    remedy: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'review-overdue': {
    kind: 'conflict',
    title: { zh: '期限已过', en: 'The time is over' },
    remedy: { zh: '请联系主管部门，由其再次邀请。', en: 'Ask the agency to invite you again.' },
  },
  'review-not-open': {
    kind: 'conflict',
    title: { zh: '评审不在进行中', en: 'The review is not open any more' },
    remedy: { zh: '已评分的评审请申报回避或由主管部门退回。', en: 'Once scored, declare a conflict, or let the agency return it.' },
  },
  'expert-not-involved': {
    kind: 'conflict',
    title: { zh: '专家已不参与该评审', en: 'The expert is not in this review any more' },
    remedy: { zh: '无需操作：其评分不计入。', en: 'There is nothing to do: no score of his counts.' },
  },
  'scored-already': {
    kind: 'conflict',
    title: { zh: '您已经评分', en: 'You have scored it already' },
    remedy: {
      zh: '评分只提交一次；如需更改，请主管部门退回。',
      en: 'A score is given once; ask the agency to return it if it must change.',
    },
  },
  'not-accepted': {
    kind: 'conflict',
    title: { zh: '评审尚未接受或已经结束', en: 'The review is not accepted yet, or it has ended' },
    remedy: { zh: '请先接受邀请，再评分。', en: 'Accept the invitation first, then score.' },
  },
  'scores-not-by-axes': {
    kind: 'invalid',
    title: { zh: '评分与评分维度不符', en: 'The scores do not match the axes' },
    remedy: { zh: '请对每个评分维度各打一次分。', en: 'Give one score on each axis of the call.' },
  },
  'not-scored': {
    kind: 'conflict',
    title: { zh: '评审尚未评分或已经结束', en: 'The review is not scored, or it has ended' },
    remedy: { zh: '只有已评分的评审可以退回。', en: 'Only a review that is scored can be returned.' },
  },
} satisfies ProblemTable;
