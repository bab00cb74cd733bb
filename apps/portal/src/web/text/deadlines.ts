import type { TimeLeft } from '../working-days/time-left.ts';

/** The texts of deadlines, wherever one is shown, and of the inbox that gathers them. */
const zh = {
  left: (standing: TimeLeft['standing'], count: string) => {
    if (standing === 'last-day') return '今天是最后一天';
    if (standing === 'late') return count === '0' ? '已逾期' : `已逾期 ${count} 个工作日`;
    return count === '0' ? '此前已无工作日' : `剩 ${count} 个工作日`;
  },
  lead: '您可查阅的全部事项中未完成的期限，由近及远。工作日按机构所在国家的法定日历计算。',
  overdue: '已逾期',
  upcoming: '即将到期',
  noOverdue: '没有逾期事项。',
  noUpcoming: '没有即将到期的事项。',
  none: '没有期限',
  noneRemedy: '事项一旦有答复、办理或填报的期限，就会列在这里。',
  columns: { what: '事项', document: '记录', by: '期限', left: '剩余' },
  more: '显示更多',
  unread: (service: string) => `${service}的期限暂未读到`,
  personal: {
    title: (service: string) => `${service}的期限`,
    note: '涉及个人。说明用途后显示，用途随查阅一并记录。',
    send: '显示',
  },
};

const en: typeof zh = {
  left: (standing, count) => {
    if (standing === 'last-day') return 'Today is the last day';
    const days = count === '1' ? '1 working day' : `${count} working days`;
    if (standing === 'late') return count === '0' ? 'Late' : `${days} late`;
    return count === '0' ? 'No working day before it' : `${days} left`;
  },
  lead: 'What is still owed of all that you may read, the soonest first. Working days follow the official calendar of the agency’s country.',
  overdue: 'Late',
  upcoming: 'Due next',
  noOverdue: 'Nothing is late.',
  noUpcoming: 'Nothing is due next.',
  none: 'No deadlines',
  noneRemedy: 'As soon as something is to be answered, decided or reported by a day, it is listed here.',
  columns: { what: 'What', document: 'Record', by: 'By', left: 'Time left' },
  more: 'Show more',
  unread: (service) => `The deadlines of ${service} could not be read`,
  personal: {
    title: (service) => `Deadlines of ${service}`,
    note: 'They concern persons. They are shown once you say what for; that is recorded with the read.',
    send: 'Show',
  },
};

export const deadlines = { zh, en };
