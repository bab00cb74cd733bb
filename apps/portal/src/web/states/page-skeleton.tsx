import { Skeleton } from 'antd';
import { useLanguage } from '../text/language.tsx';

/** The outline of a page while it is read; a screen reader hears that it is under way. */
export const PageSkeleton = ({ rows = 6 }: { rows?: number }) => {
  const { text } = useLanguage();
  return (
    <div aria-busy="true">
      <p className="visually-hidden" role="status">
        {text.app.loading}
      </p>
      <Skeleton active paragraph={{ rows }} />
    </div>
  );
};
