import { toFailureText } from '../states/failure-text.ts';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { type KnownValues, readKnownValues } from './known-values.ts';

const nothing: KnownValues = { regions: [], years: [] };

/** What there is to choose from; `whyNone` is what an empty list says. */
export type Choices = KnownValues & { readonly whyNone?: string };

/** Reads what there is to choose from, once for a bar of filters. */
export const useKnownValues = (): Choices => {
  const { text } = useLanguage();
  const answer = useAnswer('known values', readKnownValues);
  switch (answer.status) {
    case 'loaded':
      return answer.value;
    case 'failed':
      return { ...nothing, whyNone: toFailureText(answer.problem, text).title };
    case 'loading':
      return { ...nothing, whyNone: text.app.loading };
  }
};
