import { Button } from 'antd';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';

export interface PagerProps {
  readonly page: number;
  readonly onBack?: () => void;
  readonly onNext?: () => void;
}

/** One page on, one page back. */
export const Pager = ({ page, onBack, onNext }: PagerProps) => {
  const { text } = useLanguage();
  const format = useFormat();
  if (!onBack && !onNext) return null;
  return (
    <nav className="pager" aria-label={text.projects.pages}>
      <Button disabled={!onBack} onClick={onBack}>
        {text.projects.back}
      </Button>
      <span>{text.projects.page(format.count(page))}</span>
      <Button disabled={!onNext} onClick={onNext}>
        {text.projects.next}
      </Button>
    </nav>
  );
};
