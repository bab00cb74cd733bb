import type { AggregateWords } from './aggregate-words.ts';

/** What is decided about a project apart from it: risks, exemptions, showcases. */
export const casesAboutProjects: Readonly<Record<string, AggregateWords>> = {
  risk: {
    name: { zh: '风险', en: 'Risk' },
    names: { zh: '风险', en: 'Risks' },
    commands: {
      raise: { zh: '上报风险', en: 'Raise a risk' },
      assess: { zh: '评估', en: 'Assess' },
      answer: { zh: '提交应对措施', en: 'Answer' },
      close: { zh: '关闭', en: 'Close' },
    },
    events: {
      raised: { zh: '上报', en: 'Raised' },
      assessed: { zh: '评估', en: 'Assessed' },
      answered: { zh: '提交应对措施', en: 'Answered' },
      'answer-overdue': { zh: '逾期未反馈', en: 'Answer overdue' },
      'answer-time-moved': { zh: '反馈期限顺延', en: 'Time for the answer moved' },
      closed: { zh: '关闭', en: 'Closed' },
    },
    fields: {
      assessment: { zh: '评估', en: 'Assessment' },
      answers: { zh: '应对措施', en: 'Answers' },
    },
    values: {
      status: {
        raised: { zh: '已上报', en: 'Raised' },
        assessed: { zh: '已评估', en: 'Assessed' },
        answered: { zh: '已提交措施', en: 'Answered' },
        closed: { zh: '已关闭', en: 'Closed' },
      },
      kind: {
        technical: { zh: '技术风险', en: 'Technical' },
        market: { zh: '市场风险', en: 'Market' },
        policy: { zh: '政策风险', en: 'Policy' },
        management: { zh: '管理风险', en: 'Management' },
      },
      level: {
        high: { zh: '高', en: 'High' },
        medium: { zh: '中', en: 'Medium' },
        low: { zh: '低', en: 'Low' },
      },
    },
  },
  exemption: {
    name: { zh: '容错免责', en: 'Exemption' },
    names: { zh: '容错免责', en: 'Exemptions' },
    commands: {
      apply: { zh: '申请容错免责', en: 'Apply for an exemption' },
      appointCommittee: { zh: '组成评议委员会', en: 'Appoint the committee' },
      declareConflict: { zh: '申报回避', en: 'Declare a conflict' },
      replaceMember: { zh: '替换委员', en: 'Replace a member' },
      investigate: { zh: '填报调查结论', en: 'Record the findings' },
      decide: { zh: '作出决定', en: 'Decide' },
    },
    events: {
      applied: { zh: '申请', en: 'Applied' },
      'committee-appointed': { zh: '组成评议委员会', en: 'Committee appointed' },
      'conflict-declared': { zh: '申报回避', en: 'Conflict declared' },
      'member-replaced': { zh: '替换委员', en: 'Member replaced' },
      investigated: { zh: '调查结论', en: 'Investigated' },
      decided: { zh: '决定', en: 'Decided' },
    },
    fields: {
      ground: { zh: '免责事由', en: 'Ground' },
      account: { zh: '情况说明', en: 'Account' },
      committee: { zh: '评议委员会', en: 'Committee' },
      conflicts: { zh: '申报的回避', en: 'Conflicts declared' },
      nature: { zh: '利益冲突情况', en: 'Nature of the conflict' },
      granted: { zh: '准予免责', en: 'Granted' },
      effect: { zh: '对项目的效力', en: 'Effect on the project' },
      votes: { zh: '表决', en: 'Votes' },
    },
    values: {
      status: {
        applied: { zh: '已申请', en: 'Applied' },
        appointed: { zh: '委员会已组成', en: 'Committee appointed' },
        investigated: { zh: '已调查', en: 'Investigated' },
        granted: { zh: '准予免责', en: 'Granted' },
        denied: { zh: '不予免责', en: 'Denied' },
      },
      ground: {
        'force-majeure': { zh: '不可抗力', en: 'Force majeure' },
        'technical-failure': { zh: '善意的技术失败', en: 'Technical failure' },
        'market-change': { zh: '市场变化', en: 'Market change' },
        'policy-change': { zh: '政策变化', en: 'Policy change' },
      },
    },
  },
  'exemption-vote': {
    name: { zh: '免责表决', en: 'Exemption vote' },
    names: { zh: '免责表决', en: 'Exemption votes' },
    commands: {
      cast: { zh: '表决', en: 'Vote' },
    },
    events: {
      cast: { zh: '表决', en: 'Cast' },
    },
    fields: {
      voter: { zh: '委员（化名）', en: 'Member (pseudonym)' },
    },
    values: {
      status: {
        cast: { zh: '已表决', en: 'Cast' },
      },
    },
  },
  showcase: {
    name: { zh: '典型案例', en: 'Showcase' },
    names: { zh: '典型案例', en: 'Showcases' },
    commands: {
      nominate: { zh: '推荐典型案例', en: 'Nominate a showcase' },
      select: { zh: '入选', en: 'Select' },
      decline: { zh: '不入选', en: 'Decline' },
      publish: { zh: '发布', en: 'Publish' },
      withdraw: { zh: '撤下', en: 'Withdraw' },
    },
    events: {
      nominated: { zh: '推荐', en: 'Nominated' },
      selected: { zh: '入选', en: 'Selected' },
      declined: { zh: '未入选', en: 'Declined' },
      published: { zh: '发布', en: 'Published' },
      withdrawn: { zh: '撤下', en: 'Withdrawn' },
    },
    fields: {
      year: { zh: '年度报告年份', en: 'Year of the annual report' },
    },
    values: {
      status: {
        nominated: { zh: '已推荐', en: 'Nominated' },
        selected: { zh: '已入选', en: 'Selected' },
        declined: { zh: '未入选', en: 'Declined' },
        published: { zh: '已发布', en: 'Published' },
        withdrawn: { zh: '已撤下', en: 'Withdrawn' },
      },
    },
  },
  'published-showcases': {
    name: { zh: '已发布的典型案例', en: 'Published showcase' },
    names: { zh: '已发布的典型案例', en: 'Published showcases' },
    fields: {
      year: { zh: '年度报告年份', en: 'Year of the annual report' },
    },
    values: {
      status: {
        published: { zh: '已发布', en: 'Published' },
      },
    },
  },
};
