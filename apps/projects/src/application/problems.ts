import type { ProblemTable } from '@xietong/kernel';

export const applicationProblems = {
  'no-organisation': {
    kind: 'forbidden',
    title: { zh: '您的账号不代表任何单位', en: 'You act for no organisation' },
    remedy: { zh: '请用申报单位的账号登录。', en: 'Log in with an account of the organisation that applies.' },
  },
  'call-unknown': {
    kind: 'invalid',
    title: { zh: '没有该申报指南', en: 'There is no such call' },
    remedy: { zh: '请从申报指南列表中选择。', en: 'Choose one from the list of calls.' },
  },
  'call-not-open-yet': {
    kind: 'conflict',
    title: { zh: '申报尚未开始', en: 'The call has not opened yet' },
    remedy: { zh: '请在受理开始后填报。', en: 'Come back when it opens.' },
  },
  'resubmission-overdue': {
    kind: 'conflict',
    title: { zh: '补正期限已过', en: 'The time to hand it in again is over' },
    remedy: { zh: '请参加下一批申报。', en: 'Apply to the next call.' },
  },
  'not-editable': {
    kind: 'conflict',
    title: { zh: '申报书已经提交', en: 'The application was handed in' },
    remedy: {
      zh: '只有草稿或退回的申报书可以修改和提交；可请主管部门退回。',
      en: 'Only a draft, or one that was returned, can be changed and handed in; ask the agency to return it.',
    },
  },
  'content-missing': {
    kind: 'invalid',
    title: { zh: '申报书尚未填完', en: 'The application is not complete' },
    remedy: { zh: '请填写指出的栏目后再提交。', en: 'Fill in the field that is named, then hand it in.' },
  },
  'party-repeated': {
    kind: 'invalid',
    title: { zh: '同一单位出现两次', en: 'An organisation is named twice' },
    remedy: { zh: '请将同一单位合并为一项。', en: 'Name each organisation once.' },
  },
  'applicant-not-lead': {
    kind: 'invalid',
    title: { zh: '牵头单位不是申报单位', en: 'The lead is not the organisation that applies' },
    remedy: { zh: '请将您所代表的单位列为唯一的牵头单位。', en: 'Make the organisation that you act for the one lead.' },
  },
  'shares-not-whole': {
    kind: 'invalid',
    title: { zh: '各方预算份额之和不是 100%', en: 'The shares of the parties do not make 100 percent' },
    remedy: {
      zh: '请调整各方份额，使其合计为 10000 个基点（100%）。',
      en: 'Change the shares so that they add up to 10,000 basis points, 100 percent.',
    },
  },
  'area-unknown': {
    kind: 'invalid',
    title: { zh: '指南中没有该领域', en: 'The call has no such area' },
    remedy: { zh: '请从指南列出的领域中选择。', en: 'Choose one of the areas of the call.' },
  },
  'budget-exceeds-call': {
    kind: 'invalid',
    title: { zh: '申请金额超出指南总预算', en: 'More is asked for than the whole call can grant' },
    remedy: { zh: '请降低申请金额。', en: 'Ask for less.' },
  },
  'kind-not-admitted': {
    kind: 'invalid',
    title: { zh: '牵头单位类型不符合申报条件', en: 'The call does not admit a lead of this kind' },
    remedy: { zh: '请由符合条件的单位牵头申报。', en: 'Let an organisation of a kind that is admitted lead.' },
  },
  'region-not-admitted': {
    kind: 'invalid',
    title: { zh: '牵头单位所在地区不符合申报条件', en: 'The call does not admit a lead from this region' },
    remedy: { zh: '请由所在地区符合条件的单位牵头申报。', en: 'Let an organisation from a region that is admitted lead.' },
  },
  'document-unknown': {
    kind: 'invalid',
    title: { zh: '指南没有要求该材料', en: 'The call asks for no such document' },
    remedy: { zh: '请从指南列出的申报材料中选择。', en: 'Choose one of the documents that the call lists.' },
  },
  'document-missing': {
    kind: 'invalid',
    title: { zh: '缺少必须提交的申报材料', en: 'A document that the call requires is missing' },
    remedy: { zh: '请上传所列材料的附件后再提交。', en: 'Attach each document that is named, then hand it in.' },
  },
  'application-ended': {
    kind: 'conflict',
    title: { zh: '申报已经结束', en: 'The application has ended' },
    remedy: { zh: '无需操作：申报已决定、撤回或失效。', en: 'There is nothing to do: it was decided, withdrawn, or has lapsed.' },
  },
  'not-submitted': {
    kind: 'conflict',
    title: { zh: '申报书不在受理中', en: 'The application does not wait to be examined' },
    remedy: {
      zh: '只有已提交、尚未形式审查的申报书可以如此处理。',
      en: 'Only one that was handed in and not examined yet can be handled so.',
    },
  },
  'nothing-overdue': {
    kind: 'conflict',
    title: { zh: '没有到期的时限', en: 'No time is over' },
    remedy: { zh: '无需操作：提醒和督办由系统到期自动进行。', en: 'There is nothing to do: the clock reminds and escalates by itself.' },
  },
  'not-eligible': {
    kind: 'conflict',
    title: { zh: '申报不在评审阶段', en: 'The application is not under review' },
    remedy: {
      zh: '请先通过形式审查；已决定的申报不再变更。',
      en: 'Declare it eligible first; one that was decided does not change any more.',
    },
  },
  'not-shortlisted': {
    kind: 'conflict',
    title: { zh: '申报未列入拟立项名单', en: 'The application is not on the shortlist' },
    remedy: { zh: '请先将其列入拟立项名单。', en: 'Put it on the shortlist first.' },
  },
  'not-publicised': {
    kind: 'conflict',
    title: { zh: '申报不在公示中', en: 'The application is not publicised' },
    remedy: {
      zh: '只有公示中的申报可以提出异议、处理异议或批准。',
      en: 'Objections and approval are for applications that are publicised.',
    },
  },
  'publicity-over': {
    kind: 'conflict',
    title: { zh: '公示期已经结束', en: 'The publicity is over' },
    remedy: {
      zh: '公示期内提出的异议才会受理；之后请直接联系主管部门。',
      en: 'Objections are taken while it lasts; turn to the agency itself now.',
    },
  },
  'publicity-running': {
    kind: 'conflict',
    title: { zh: '公示期尚未结束', en: 'The publicity is not over yet' },
    remedy: { zh: '请在公示期满后批准。', en: 'Approve when it is over.' },
  },
  'objections-full': {
    kind: 'conflict',
    title: { zh: '异议数量已达上限', en: 'No more objections are taken' },
    remedy: { zh: '请直接联系主管部门。', en: 'Turn to the agency itself.' },
  },
  'objection-unknown': {
    kind: 'missing',
    title: { zh: '没有该异议', en: 'There is no such objection' },
    remedy: { zh: '请使用申报书中列出的异议序号。', en: 'Name an objection by its number in the application.' },
  },
  'objection-resolved': {
    kind: 'conflict',
    title: { zh: '该异议已经处理', en: 'The objection was resolved already' },
    remedy: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'objection-open': {
    kind: 'conflict',
    title: { zh: '仍有未处理的异议', en: 'An objection is open' },
    remedy: { zh: '请先处理所有异议，再行批准。', en: 'Resolve every objection before approving.' },
  },
  'objection-upheld': {
    kind: 'conflict',
    title: { zh: '异议成立，不能批准', en: 'An objection was upheld' },
    remedy: { zh: '异议成立的申报只能不予立项。', en: 'An application with an upheld objection can only be refused.' },
  },
  'grant-exceeds-budget': {
    kind: 'invalid',
    title: { zh: '批准金额超出申请金额', en: 'More would be granted than was asked for' },
    remedy: { zh: '请将批准金额降至申请金额以内。', en: 'Grant no more than the budget of the application.' },
  },
  'number-taken': {
    kind: 'invalid',
    title: { zh: '该立项编号已被使用', en: 'Another project has this number' },
    remedy: { zh: '请换一个立项编号。', en: 'Give the project another number.' },
  },
} satisfies ProblemTable;
