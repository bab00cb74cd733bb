/** What the states by which a figure is broken down are called; one that is not listed is shown as reporting names it. */
export const figureStates: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>> = {
  zh: {
    registered: '已登记',
    active: '实施中',
    suspended: '已中止',
    exited: '已退出',
    completed: '已完成',
    'not-behind': '未落后计划',
    'behind-to-10': '落后不超过 10 个百分点',
    'behind-to-20': '落后 10 至 20 个百分点',
    'behind-beyond-20': '落后超过 20 个百分点',
  },
  en: {
    registered: 'Registered',
    active: 'Active',
    suspended: 'Suspended',
    exited: 'Exited',
    completed: 'Completed',
    'not-behind': 'Not behind plan',
    'behind-to-10': 'Up to 10 points behind',
    'behind-to-20': '10 to 20 points behind',
    'behind-beyond-20': 'More than 20 points behind',
  },
};
