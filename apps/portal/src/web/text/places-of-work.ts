/** The names of the pages where people work daily. */
export const placesOfWork = {
  zh: { tasks: '待办', inbox: '期限提醒', board: '项目看板' },
  en: { tasks: 'My tasks', inbox: 'Deadlines', board: 'Project board' },
};
