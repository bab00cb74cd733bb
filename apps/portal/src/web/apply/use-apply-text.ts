import { apply } from '../text/apply.ts';
import { useLanguage } from '../text/language.tsx';

/** The texts of the pages on which one applies, in the language of the page. */
export const useApplyText = () => apply[useLanguage().lang];
