import type { TargetProgress } from '../api/targets.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';

/** How a target stands and what its pace is, in a sentence. */
export const TargetWords = ({ target }: { target: TargetProgress }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const { actual, expected, unit, shareGoneBasisPoints, behindInARow } = target;
  return (
    <p className="target-words">
      {text.targets.pace({
        gone: format.percent(shareGoneBasisPoints / 100),
        due: format.value(expected, unit),
        ...(actual !== undefined && { actual: format.value(actual, unit) }),
      })}
      {behindInARow > 0 && ` ${text.targets.behindInARow(format.count(behindInARow))}`}
    </p>
  );
};

export const StandingTag = ({ standing }: Pick<TargetProgress, 'standing'>) => {
  const { text } = useLanguage();
  return <span className={`standing-tag standing-${standing}`}>{text.targets.standings[standing]}</span>;
};
