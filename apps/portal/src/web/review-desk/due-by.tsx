import type { OwnReview } from '../api/review.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { lastDayOf, remaining, zoneOf } from '../workbench/document/due.ts';

interface DueByProps {
  readonly what: string;
  /** The first moment that is too late. */
  readonly at: string;
  readonly review: Pick<OwnReview, 'agency'> & { readonly provisional?: boolean };
}

/** Until when something is awaited: the last day where the agency is, and how long there is still. */
export const DueBy = ({ what, at, review }: DueByProps) => {
  const { lang } = useLanguage();
  const words = useReviewingText().desk;
  const format = useFormat();
  const zone = zoneOf({ agency: review.agency }) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const deadline = { name: '', within: undefined, at, isDay: false };
  const { count, unit } = remaining(deadline, Date.now(), zone);
  const day = lastDayOf(deadline, zone);
  return (
    <>
      {what}{' '}
      <strong className={count < 0 ? 'desk-past' : undefined}>
        {new Intl.RelativeTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { numeric: 'auto' }).format(count, unit)}
      </strong>
      {' · '}
      <time dateTime={day}>{words.lastDay(format.date(day))}</time>
      {review.provisional === true && ` · ${words.provisional}`}
    </>
  );
};
