import { BarChart, ChordChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ChordOption } from './chord-option.ts';
import type { TimeLineOption } from './time-line-option.ts';

use([BarChart, ChordChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface ChartProps {
  readonly option: ChordOption | TimeLineOption;
  /** What a screen reader says in place of the picture. */
  readonly label: string;
  readonly className: string;
  /** Called with the place, in the order of the option, of what a reader points at: a bar's category, or a chord's link. */
  readonly onSelect: (index: number) => void;
}

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Draws a chart with ECharts and keeps it as large as its place. The part of the page that needs ECharts, loaded on demand. */
export default function ChartCanvas({ option, label, className, onSelect }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const select = useEffectEvent(onSelect);

  useEffect(() => {
    if (host.current === null) return;
    const drawn = init(host.current, undefined, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', ({ dataIndex, dataType }) => {
      if (dataType !== 'node') select(dataIndex);
    });
    const resizing = new ResizeObserver(() => drawn.resize());
    resizing.observe(host.current);
    return () => {
      resizing.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => {
    const { fontFamily } = getComputedStyle(document.body);
    chart.current?.setOption({ textStyle: { fontFamily }, animation: !isStill(), animationDuration: 400, ...option }, { notMerge: true });
  }, [option]);

  return <div ref={host} className={className} role="img" aria-label={label} />;
}
