import type { BarSeriesOption } from 'echarts/charts';
import type { ComposeOption } from 'echarts/core';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { YearOfSigning } from '../overview/years-of-signing.ts';
import { ink, shades } from './palette.ts';

export type TimeLineOption = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption>;

const bars = (name: string, color: string, data: number[]): BarSeriesOption => ({
  type: 'bar',
  stack: 'projects',
  name,
  data,
  barMaxWidth: 44,
  itemStyle: { color },
  emphasis: { disabled: true },
});

/** Projects by year of signing, the cross-region ones below and darker. */
export const toTimeLineOption = (
  years: readonly YearOfSigning[],
  names: { crossRegion: string; withinRegion: string },
): TimeLineOption => ({
  grid: { left: 4, right: 4, top: 40, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  legend: {
    left: 0,
    top: 0,
    itemWidth: 12,
    itemHeight: 12,
    itemGap: 20,
    icon: 'rect',
    selectedMode: false,
    textStyle: { color: ink.soft },
  },
  tooltip: { trigger: 'axis', axisPointer: { type: 'shadow', shadowStyle: { color: 'rgba(17, 104, 107, 0.07)' } }, confine: true },
  xAxis: {
    type: 'category',
    data: years.map(({ year }) => String(year)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: ink.line } },
    axisLabel: { color: ink.soft },
  },
  yAxis: { type: 'value', minInterval: 1, splitNumber: 4, splitLine: { lineStyle: { color: ink.line } }, axisLabel: { color: ink.faint } },
  series: [
    bars(
      names.crossRegion,
      shades[1],
      years.map(({ crossRegion }) => crossRegion),
    ),
    bars(
      names.withinRegion,
      shades[4],
      years.map(({ withinRegion }) => withinRegion),
    ),
  ],
});
