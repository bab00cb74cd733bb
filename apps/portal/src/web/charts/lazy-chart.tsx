import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import type { ChartProps } from './chart-canvas.tsx';

const ChartCanvas = lazy(() => import('./chart-canvas.tsx'));

/** A chart whose library is fetched when the first chart is shown; its place is kept free until then. */
export const LazyChart = (chart: ChartProps) => (
  <Suspense
    fallback={
      <div className={chart.className} aria-busy="true">
        <Skeleton active paragraph={{ rows: 5 }} />
      </div>
    }
  >
    <ChartCanvas {...chart} />
  </Suspense>
);
