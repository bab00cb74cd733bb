import type { AggregateWords } from './aggregate-words.ts';

const assessment = {
  scores: { zh: '评分', en: 'Scores' },
  axis: { zh: '评分维度', en: 'Axis' },
  points: { zh: '分数（0–100）', en: 'Points (0 to 100)' },
  total: { zh: '总分（百分之一分）', en: 'Total (hundredths of a point)' },
  comment: { zh: '评审意见', en: 'Comment' },
};

/** Reviews of applications, and the panels that decide by them. */
export const reviews: Readonly<Record<string, AggregateWords>> = {
  review: {
    name: { zh: '评审', en: 'Review' },
    names: { zh: '评审', en: 'Reviews' },
    commands: {
      invite: { zh: '邀请专家评审', en: 'Invite an expert' },
      inviteAgain: { zh: '再次邀请', en: 'Invite again' },
      accept: { zh: '接受邀请', en: 'Accept' },
      decline: { zh: '谢绝', en: 'Decline' },
      declareConflict: { zh: '申报回避', en: 'Declare a conflict of interest' },
      voidForConflict: { zh: '因利益冲突作废', en: 'Void for a conflict of interest' },
      score: { zh: '评分', en: 'Score' },
      return: { zh: '退回重评', en: 'Return' },
      withdraw: { zh: '撤回邀请', en: 'Withdraw the invitation' },
    },
    events: {
      invited: { zh: '邀请', en: 'Invited' },
      accepted: { zh: '接受', en: 'Accepted' },
      declined: { zh: '谢绝', en: 'Declined' },
      'conflict-declared': { zh: '申报回避', en: 'Conflict declared' },
      'conflict-found': { zh: '发现利益冲突', en: 'Conflict found' },
      scored: { zh: '评分', en: 'Scored' },
      returned: { zh: '退回重评', en: 'Returned' },
      withdrawn: { zh: '撤回邀请', en: 'Withdrawn' },
      lapsed: { zh: '逾期失效', en: 'Lapsed' },
    },
    fields: {
      ...assessment,
      panel: { zh: '评审组', en: 'Panel' },
      awaitedFrom: { zh: '待完成评审的专家', en: 'Awaited from' },
      axes: { zh: '评分维度', en: 'Axes' },
      content: { zh: '申报书', en: 'What is to be judged' },
      dueBy: { zh: '期限', en: 'Due by' },
      scoreBy: { zh: '评分期限', en: 'To be scored by' },
      assessment: { zh: '评分结果', en: 'Assessment' },
      voided: { zh: '作废的评分', en: 'Score that does not count' },
      returned: { zh: '退回理由', en: 'Returned because' },
      conflict: { zh: '利益冲突', en: 'Conflict of interest' },
      nature: { zh: '情形', en: 'What it consists in' },
      saidBy: { zh: '提出者', en: 'Said by' },
      endedAt: { zh: '到期时刻', en: 'Ended at' },
    },
    values: {
      status: {
        invited: { zh: '待答复', en: 'Invited' },
        accepted: { zh: '评审中', en: 'Under review' },
        scored: { zh: '已评分', en: 'Scored' },
        declined: { zh: '已谢绝', en: 'Declined' },
        recused: { zh: '已回避', en: 'Recused' },
        withdrawn: { zh: '已撤回', en: 'Withdrawn' },
        lapsed: { zh: '逾期失效', en: 'Lapsed' },
      },
      saidBy: {
        expert: { zh: '专家本人', en: 'The expert' },
        agency: { zh: '主管部门', en: 'The agency' },
      },
    },
  },
  'past-reviews': {
    name: { zh: '已结束的评审', en: 'Past review' },
    names: { zh: '已结束的评审', en: 'Past reviews' },
    values: {
      status: {
        declined: { zh: '已谢绝', en: 'Declined' },
        recused: { zh: '已回避', en: 'Recused' },
        withdrawn: { zh: '已撤回', en: 'Withdrawn' },
        lapsed: { zh: '逾期失效', en: 'Lapsed' },
      },
    },
  },
  panel: {
    name: { zh: '评审组', en: 'Panel' },
    names: { zh: '评审组', en: 'Panels' },
    commands: {
      shortlist: { zh: '确定拟立项名单', en: 'Shortlist' },
      shortlistFurther: { zh: '增补拟立项名单', en: 'Shortlist further' },
    },
    events: { shortlisted: { zh: '确定拟立项名单', en: 'Shortlisted' } },
    fields: {
      quota: { zh: '立项名额', en: 'Quota' },
      decisions: { zh: '历次决定', en: 'Decisions' },
      applications: { zh: '拟立项申报', en: 'Applications' },
      totals: { zh: '各份总分（百分之一分）', en: 'Totals (hundredths of a point)' },
    },
  },
};
