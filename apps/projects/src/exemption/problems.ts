import type { ProblemTable } from '@xietong/kernel';

/** What an exemption and its votes refuse. */
export const exemptionProblems = {
  'project-not-stopped': {
    kind: 'conflict',
    title: { zh: '项目未退出，也未暂停', en: 'The project has neither exited nor been suspended' },
    remedy: { zh: '项目退出或暂停后，参与单位方可申请容错免责。', en: 'An exemption is for a project that exited or is suspended.' },
  },
  'committee-appointed': {
    kind: 'conflict',
    title: { zh: '评议委员会已经组成', en: 'There is a committee already' },
    remedy: { zh: '如需更换委员，请逐一替换。', en: 'Replace single members if need be.' },
  },
  'committee-too-small': {
    kind: 'invalid',
    title: { zh: '委员人数少于规定', en: 'The committee has too few members' },
    remedy: { zh: '请增加委员。', en: 'Appoint more members.' },
  },
  'member-repeated': {
    kind: 'invalid',
    title: { zh: '同一专家出现两次', en: 'An expert would be a member twice' },
    remedy: { zh: '请另选一位专家。', en: 'Choose another expert.' },
  },
  'member-in-conflict': {
    kind: 'invalid',
    title: { zh: '委员与项目有利益冲突', en: 'The member has a conflict of interest' },
    remedy: {
      zh: '请另选与项目参与单位没有任职关系、且未在本案申报过回避的专家。',
      en: 'Choose an expert who is of none of the participants and has declared no conflict in this case.',
    },
  },
  'member-unknown': {
    kind: 'invalid',
    title: { zh: '该专家不是本案委员', en: 'The expert is not on the committee' },
    remedy: { zh: '请从现任委员中选择被替换者。', en: 'Name one of the present members.' },
  },
  'member-voted': {
    kind: 'invalid',
    title: { zh: '该委员已经表决', en: 'The member has voted' },
    remedy: { zh: '已表决的委员只有在有利益冲突时才能替换。', en: 'A member who has voted is replaced for a conflict of interest only.' },
  },
  'no-committee-at-work': {
    kind: 'conflict',
    title: { zh: '没有正在工作的评议委员会', en: 'No committee is at work' },
    remedy: { zh: '请先组成委员会；已决定的案件不再变更。', en: 'Appoint one first; a case that is decided does not change any more.' },
  },
  'conflict-declared': {
    kind: 'conflict',
    title: { zh: '您已申报利益冲突', en: 'You have declared a conflict of interest' },
    remedy: {
      zh: '无需操作：您不参加表决，负责人将另选委员。',
      en: 'There is nothing to do: you do not vote, and a director replaces you.',
    },
  },
  'not-under-investigation': {
    kind: 'conflict',
    title: { zh: '案件不在调查阶段', en: 'The case is not under investigation' },
    remedy: {
      zh: '请先组成委员会；调查结论只写一次，表决以此为据。',
      en: 'Appoint a committee first; findings are written once, since votes rest on them.',
    },
  },
  'exemption-unknown': {
    kind: 'invalid',
    title: { zh: '没有请您评议的该案件', en: 'There is no such case with you on its committee' },
    remedy: { zh: '请从您的案件列表中选择。', en: 'Choose one of your own cases.' },
  },
  'not-up-for-decision': {
    kind: 'conflict',
    title: { zh: '案件不在表决阶段', en: 'The case is not up for decision' },
    remedy: {
      zh: '写出调查结论后才能表决和决定；已决定的案件不再变更。',
      en: 'Votes and the decision follow the findings; a case that is decided does not change any more.',
    },
  },
  'conflict-on-committee': {
    kind: 'conflict',
    title: { zh: '有委员存在利益冲突', en: 'A member has a conflict of interest' },
    remedy: { zh: '请先替换该委员，由继任者表决。', en: 'Replace the member first, and let the successor vote.' },
  },
  'votes-missing': {
    kind: 'conflict',
    title: { zh: '仍有委员未表决', en: 'Not all members have voted' },
    remedy: { zh: '请等待全体委员表决；无法表决的委员可以替换。', en: 'Wait for all votes; a member who cannot vote can be replaced.' },
  },
  'against-majority': {
    kind: 'conflict',
    title: { zh: '决定与多数表决不符', en: 'The decision is against the majority' },
    remedy: {
      zh: '请按多数意见决定；赞成未过半数的不予免责。',
      en: 'Decide as the majority voted; without a majority in favour it is denied.',
    },
  },
} satisfies ProblemTable;
