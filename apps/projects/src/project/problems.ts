import type { ProblemTable } from '@xietong/kernel';

export const projectProblems = {
  'participation-repeated': {
    kind: 'invalid',
    title: { zh: '参与序号重复', en: 'Two participations have the same number' },
    remedy: {
      zh: '请为每条参与记录使用不同的序号；同一单位可以参与多次。',
      en: 'Give each participation a number of its own; one organisation may take part twice.',
    },
  },
  'project-ended': {
    kind: 'conflict',
    title: { zh: '项目已经结束', en: 'The project has ended' },
    remedy: { zh: '已退出或已完成的项目只能更正参与单位。', en: 'Only the participants of an ended project can still be corrected.' },
  },
  'plan-already-set': {
    kind: 'conflict',
    title: { zh: '实施计划已经存在', en: 'The project has a plan already' },
    remedy: { zh: '请用“调整”变更计划并说明理由。', en: 'Adjust the plan, with the reason.' },
  },
  'signed-in-the-future': {
    kind: 'invalid',
    title: { zh: '签订日期在将来', en: 'The signing lies in the future' },
    remedy: { zh: '请更正签订日期；项目签订后再登记。', en: 'Correct the date of signing; a project is registered once it is signed.' },
  },
  'milestone-number-used': {
    kind: 'invalid',
    title: { zh: '里程碑序号已用于另一里程碑', en: 'The number stands for another milestone, of which progress was reported' },
    remedy: {
      zh: '请为新的里程碑使用未用过的序号；保留原序号时，请保留其名称。',
      en: 'Give the new milestone a number of its own; where the number stays, its title stays.',
    },
  },
  'milestone-repeated': {
    kind: 'invalid',
    title: { zh: '里程碑序号重复', en: 'A milestone is named twice' },
    remedy: { zh: '请为每个里程碑使用不同的序号。', en: 'Name each milestone once, by a number of its own.' },
  },
  'milestone-outside-term': {
    kind: 'invalid',
    title: { zh: '里程碑日期不在项目期限内', en: 'A milestone is due outside the term of the project' },
    remedy: {
      zh: '请更正里程碑日期；延期项目时请同时给出新的结束日期。',
      en: 'Correct the date; to prolong the project, adjust it with a new end.',
    },
  },
  'not-active': {
    kind: 'conflict',
    title: { zh: '项目不在实施中', en: 'The project is not active' },
    remedy: {
      zh: '已登记的项目请先设定实施计划；已暂停的项目请先恢复。',
      en: 'Set a plan first if it is only registered; resume it if it is suspended.',
    },
  },
  'report-in-the-future': {
    kind: 'invalid',
    title: { zh: '填报日期在将来', en: 'The report is dated in the future' },
    remedy: { zh: '请填写今天或更早的日期。', en: 'Report as of today, or an earlier day.' },
  },
  'report-out-of-order': {
    kind: 'invalid',
    title: { zh: '填报日期早于上一次填报', en: 'There is a later report already' },
    remedy: { zh: '请使用不早于上一次填报的日期。', en: 'Report as of the day of the last report, or a later one.' },
  },
  'decision-due': {
    kind: 'conflict',
    title: { zh: '连续两个季度进度滞后，须先作出决定', en: 'Two quarters in a row ended below plan: a decision is due' },
    remedy: {
      zh: '请主管部门负责人先决定调整、暂停或退出，再填报进度。',
      en: 'A director decides first: adjust the plan, suspend the project, or exit.',
    },
  },
  'milestone-unknown': {
    kind: 'invalid',
    title: { zh: '计划中没有该里程碑', en: 'The plan has no such milestone' },
    remedy: { zh: '请使用现行计划中的里程碑序号。', en: 'Name milestones by their numbers in the present plan.' },
  },
  'no-warning-to-answer': {
    kind: 'conflict',
    title: { zh: '没有待反馈的预警', en: 'No warning waits for an answer' },
    remedy: {
      zh: '无需操作：预警已反馈、从未发出，或项目已经结束。',
      en: 'There is nothing to do: it was answered, never raised, or the project has ended.',
    },
  },
  'no-warning-overdue': {
    kind: 'conflict',
    title: { zh: '没有逾期未反馈的预警', en: 'No warning is overdue' },
    remedy: { zh: '无需操作：升级督办由系统到期自动进行。', en: 'There is nothing to do: the clock escalates when the time is up.' },
  },
  'nothing-adjusted': {
    kind: 'invalid',
    title: { zh: '调整未改变任何内容', en: 'The adjustment changes nothing' },
    remedy: { zh: '请提交有变化的计划或新的结束日期。', en: 'Send a plan that differs from the present one, or a new end.' },
  },
  'not-suspended': {
    kind: 'conflict',
    title: { zh: '项目未处于暂停状态', en: 'The project is not suspended' },
    remedy: { zh: '只有已暂停的项目可以恢复。', en: 'Only a suspended project can be resumed.' },
  },
  'milestones-unfinished': {
    kind: 'conflict',
    title: { zh: '仍有里程碑未完成', en: 'Some milestones are not done' },
    remedy: {
      zh: '请先填报所有里程碑完成 100%；不再完成的，请调整计划或退出。',
      en: 'Report every milestone at 100 percent first, or adjust the plan, or exit.',
    },
  },
  'never-warned': {
    kind: 'conflict',
    title: { zh: '项目从未被预警', en: 'The project was never warned' },
    remedy: { zh: '帮扶自预警起；请先填报进度。', en: 'Assistance begins with a warning; report progress first.' },
  },
  'not-behind-plan': {
    kind: 'conflict',
    title: { zh: '项目进度未滞后', en: 'The project is not behind its plan' },
    remedy: {
      zh: '无需帮扶：最近一次填报不低于现行计划。',
      en: 'No assistance is needed: the last report stands at the present plan or above it.',
    },
  },
  'assistance-unknown': {
    kind: 'invalid',
    title: { zh: '没有该帮扶', en: 'There is no such assistance' },
    remedy: { zh: '请使用项目中列出的帮扶序号。', en: 'Name an assistance by its number in the project.' },
  },
  'assistance-ended': {
    kind: 'conflict',
    title: { zh: '该帮扶已经结束', en: 'The assistance has ended already' },
    remedy: { zh: '无需操作。', en: 'There is nothing to do.' },
  },
  'evaluated-already': {
    kind: 'conflict',
    title: { zh: '本期已经做过中期评估', en: 'The project was evaluated midway already' },
    remedy: { zh: '计划调整后可以再次评估。', en: 'It can be evaluated once more after its plan was adjusted.' },
  },
  'correction-day-unsuitable': {
    kind: 'invalid',
    title: { zh: '整改期限不合适', en: 'The day for the correction does not suit' },
    remedy: { zh: '请选择今天起、规则允许期限内的日期。', en: 'Choose today or a later day, within the time that the rules allow.' },
  },
  'stop-undecided': {
    kind: 'conflict',
    title: { zh: '中期评估结论为终止，须先作出决定', en: 'The midway evaluation says to stop: a decision is due' },
    remedy: {
      zh: '请主管部门负责人先决定调整、暂停或退出。',
      en: 'A director decides first: adjust the plan, suspend the project, or exit.',
    },
  },
  'no-correction-owed': {
    kind: 'conflict',
    title: { zh: '没有待完成的整改', en: 'No correction is owed' },
    remedy: {
      zh: '无需操作：整改已完成、从未要求，或项目已经结束。',
      en: 'There is nothing to do: it was reported, never asked for, or the project has ended.',
    },
  },
  'no-correction-overdue': {
    kind: 'conflict',
    title: { zh: '没有逾期未完成的整改', en: 'No correction is overdue' },
    remedy: { zh: '无需操作：升级督办由系统到期自动进行。', en: 'There is nothing to do: the clock escalates when the time is up.' },
  },
  'acceptor-unnumbered': {
    kind: 'invalid',
    title: { zh: '验收机构没有编号', en: 'The organisation has no number of its own' },
    remedy: {
      zh: '请指定有统一社会信用代码或其他编号的机构。',
      en: 'Appoint an organisation that has a number, so that it can be told from others.',
    },
  },
  'acceptor-participates': {
    kind: 'invalid',
    title: { zh: '验收机构与项目参与单位相同', en: 'The third party would be a party to the project' },
    remedy: {
      zh: '请另选从未参与本项目的机构验收；验收通过后，验收机构不能登记为参与单位。',
      en: 'Let an organisation judge that never took part; after acceptance, the one that accepted cannot become a participant.',
    },
  },
  'acceptor-appointed-already': {
    kind: 'conflict',
    title: { zh: '该机构已被指定验收', en: 'That organisation is appointed already' },
    remedy: { zh: '无需操作；更换时请指定另一机构。', en: 'There is nothing to do; to replace it, appoint another.' },
  },
  'acceptance-begun': {
    kind: 'conflict',
    title: { zh: '项目已进入验收', en: 'Acceptance has begun' },
    remedy: { zh: '请由指定的验收机构作出结论；不再继续的，请退出。', en: 'Let the third party give its verdict, or exit.' },
  },
  'acceptance-requested-already': {
    kind: 'conflict',
    title: { zh: '已经申请验收', en: 'Acceptance was requested already' },
    remedy: { zh: '请等待验收机构的结论。', en: 'Wait for the verdict of the third party.' },
  },
  'no-verdict-awaited': {
    kind: 'conflict',
    title: { zh: '没有待作出的验收结论', en: 'No verdict is awaited' },
    remedy: { zh: '请先由牵头单位或主管部门申请验收。', en: 'The lead, or the agency, requests acceptance first.' },
  },
  'no-follow-up-awaited': {
    kind: 'conflict',
    title: { zh: '没有待填报的跟踪评价', en: 'No follow-up is awaited' },
    remedy: {
      zh: '无需操作：项目未经验收，或跟踪评价已全部完成。',
      en: 'There is nothing to do: the project was not accepted, or all its follow-ups are given.',
    },
  },
  'follow-up-too-early': {
    kind: 'conflict',
    title: { zh: '该年度的跟踪评价尚未开始', en: 'The year of the next follow-up has not begun' },
    remedy: { zh: '请在上一年度到期日之后填报。', en: 'Give it after the day on which the one before was due.' },
  },
  'no-follow-up-overdue': {
    kind: 'conflict',
    title: { zh: '没有逾期的跟踪评价', en: 'No follow-up is overdue' },
    remedy: { zh: '无需操作：提醒由系统到期自动进行。', en: 'There is nothing to do: the clock reminds when the time is up.' },
  },
} satisfies ProblemTable;
