/** The texts of targets, in both languages side by side. */
interface Pace {
  readonly gone: string;
  readonly due: string;
  readonly actual?: string;
}
type Standing = 'reached' | 'on-pace' | 'behind' | 'no-value';

const zh = {
  title: '规划指标',
  lead: '每项指标都有目标值和责任单位，按规划期已过的时间衡量进度；每季度结束时自动评估，连续两个季度落后即提醒。',
  set: '设定指标',
  all: '全部规划指标',
  none: '尚未设定规划指标',
  noneRemedy: '主管部门负责人可在“办理”中设定。',
  asOf: (day: string) => `进度截至 ${day}`,
  columns: { target: '指标', wanted: '目标', actual: '实际', pace: '进度' },
  wanted: (aim: 'at-least' | 'at-most', value: string, first: string, last: string) =>
    `${first === last ? first : `${first}–${last}`} 年${aim === 'at-least' ? '不低于' : '不高于'} ${value}`,
  pace: ({ gone, due, actual }: Pace) =>
    actual === undefined ? `规划期已过 ${gone}，目前尚无可统计的数据。` : `规划期已过 ${gone}，当前应为 ${due}，实际 ${actual}。`,
  behindInARow: (quarters: string) => `已连续 ${quarters} 个季度落后。`,
  standings: { reached: '已达成', 'on-pace': '进度正常', behind: '落后', 'no-value': '暂无数据' } satisfies Record<Standing, string>,
  openFigure: (title: string, value: string) => `${title}：实际 ${value}，查看指标`,
};

const en: typeof zh = {
  title: 'Targets',
  lead: 'Each target has a value and an office that answers for it. Its pace is measured by how much of the period is gone; each quarter is assessed when it has ended, and two in a row behind raise a notice.',
  set: 'Set a target',
  all: 'All targets',
  none: 'No target is set yet',
  noneRemedy: 'A director of the agency sets them in the workbench.',
  asOf: (day) => `As of ${day}`,
  columns: { target: 'Target', wanted: 'Wanted', actual: 'Actual', pace: 'Pace' },
  wanted: (aim, value, first, last) =>
    `${aim === 'at-least' ? 'At least' : 'At most'} ${value} in ${first === last ? first : `${first} to ${last}`}`,
  pace: ({ gone, due, actual }) =>
    actual === undefined
      ? `${gone} of the period is gone; there is nothing to measure it by yet.`
      : `${gone} of the period is gone; ${due} is due by now, ${actual} is there.`,
  behindInARow: (quarters) => `Behind at the end of ${quarters} ${quarters === '1' ? 'quarter' : 'quarters in a row'}.`,
  standings: { reached: 'Reached', 'on-pace': 'On pace', behind: 'Behind', 'no-value': 'No value yet' },
  openFigure: (title, value) => `${title}: ${value}, open the figure`,
};

export const targets = { zh, en };
