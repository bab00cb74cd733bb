import { useLanguage } from '../text/language.tsx';
import { workbench } from '../text/workbench.ts';
import { type AggregateVocabulary, wordsFor } from './words.ts';

/** The workbench's own texts in the language of the page. */
export const useWorkbenchText = () => workbench[useLanguage().lang];

/** What an aggregate and all that is of it are called in the language of the page. */
export const useWords = (aggregate: string): AggregateVocabulary => wordsFor(aggregate, useLanguage().lang);
