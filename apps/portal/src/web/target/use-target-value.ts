import type { TargetProgress } from '../api/targets.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';

/** What a target wants, in words: at least so much by the end of a year. */
export const useTargetValue = () => {
  const { text } = useLanguage();
  const format = useFormat();
  return ({ aim, value, unit, firstYear, lastYear }: TargetProgress): string =>
    text.targets.wanted(aim, format.value(value, unit), `${firstYear}`, `${lastYear}`);
};
