import type { ChordSeriesOption } from 'echarts/charts';
import type { ComposeOption } from 'echarts/core';
import type { TooltipComponentOption } from 'echarts/components';
import type { Cell } from '../overview/matrix.ts';
import { totalsByRegion } from '../overview/matrix.ts';
import { ink, shades } from './palette.ts';

export type ChordOption = ComposeOption<ChordSeriesOption | TooltipComponentOption>;

interface Labels {
  readonly region: (region: string) => string;
  readonly value: (value: number) => string;
}

const colourOf = (rank: number) => shades[Math.min(rank, shades.length - 1)] ?? shades[0];

// A band takes the colour of its source: the lead's region, or of two equals the busier one.
const towards = ({ from, to }: Cell, directed: boolean, rankOf: ReadonlyMap<string, number>) =>
  directed || (rankOf.get(from) ?? 0) <= (rankOf.get(to) ?? 0) ? { source: from, target: to } : { source: to, target: from };

/** The chord diagram of the ties between regions, the busiest darkest; the order of its links is the order of the cells. */
export const toChordOption = (cells: readonly Cell[], directed: boolean, labels: Labels): ChordOption => {
  const totals = [...totalsByRegion(cells)].sort(([, one], [, other]) => other - one);
  const rankOf = new Map(totals.map(([region], rank) => [region, rank]));
  const series: ChordSeriesOption = {
    type: 'chord',
    radius: ['78%', '82%'],
    // The smallest regions come last; here they end on the right, where their names have room above each other.
    startAngle: -30,
    padAngle: 2,
    minAngle: 6,
    data: totals.map(([region, total], rank) => ({
      id: region,
      name: labels.region(region),
      value: total,
      itemStyle: { color: colourOf(rank) },
      tooltip: { formatter: () => `${labels.region(region)} ${labels.value(total)}` },
    })),
    links: cells.map((cell) => ({
      ...towards(cell, directed, rankOf),
      value: cell.value,
      tooltip: { formatter: () => `${labels.region(cell.from)} – ${labels.region(cell.to)} ${labels.value(cell.value)}` },
    })),
    label: { color: ink.soft, fontSize: 13 },
    lineStyle: { color: 'source', opacity: 0.32 },
    emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.75 } },
  };
  return {
    baseOption: { tooltip: { trigger: 'item', confine: true }, series: [series] },
    // On a phone the names take their room from the ring, most of it on the right.
    media: [
      {
        query: { maxWidth: 480 },
        option: {
          series: [
            { center: ['43%', '50%'], radius: ['45%', '49%'], minAngle: 12, label: { fontSize: 11, width: 96, overflow: 'truncate' } },
          ],
        },
      },
    ],
  };
};
