import { Skeleton } from 'antd';
import { useLanguage } from '../text/language.tsx';

/** The outline of the overview: nothing jumps when the figures arrive. */
export const OverviewSkeleton = () => {
  const { text } = useLanguage();
  return (
    <div className="overview" aria-busy="true">
      <p className="visually-hidden" role="status">
        {text.app.loading}
      </p>
      {['key-figures', 'between', 'top-pairs', 'time-line'].map((area) => (
        <div key={area} className={`panel ${area}`}>
          <Skeleton active paragraph={{ rows: area === 'key-figures' ? 2 : 8 }} />
        </div>
      ))}
    </div>
  );
};
