import { Button } from 'antd';
import { useLanguage } from '../text/language.tsx';
import { Failure } from './failure.tsx';
import type { Pages } from './use-pages.ts';

/** What stands below a list that grows: the way to more of it, or why no more could be fetched. */
export const MorePages = ({ more, isFetching, problem }: Pick<Pages<unknown>, 'more' | 'isFetching' | 'problem'>) => {
  const { text } = useLanguage();
  if (!more) return null;
  if (problem) return <Failure problem={problem} retry={more} />;
  return (
    <Button loading={isFetching} onClick={more}>
      {text.events.more}
    </Button>
  );
};
