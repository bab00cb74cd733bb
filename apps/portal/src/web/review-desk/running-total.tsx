import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';

/** The total of what is written so far; it stays in view, and a screen reader hears it when it changes. */
export const RunningTotal = ({ total, missing }: { total: number; missing: number }) => {
  const words = useReviewingText().form;
  const format = useFormat();
  return (
    <div className="score-total">
      <p role="status">
        {words.total} <strong>{words.totalOf(format.points(total))}</strong>
      </p>
      <p className="panel-note">{missing === 0 ? words.complete : words.missing(format.count(missing))}</p>
      <a
        className="score-jump"
        href="#score-title"
        onClick={(event) => {
          event.preventDefault();
          const title = document.getElementById('score-title');
          title?.scrollIntoView({ block: 'start' });
          title?.focus({ preventScroll: true });
        }}
      >
        {words.toForm}
      </a>
    </div>
  );
};
