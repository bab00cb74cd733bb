import { useLanguage } from './language.tsx';
import { reviewing } from './reviewing.ts';

/** The texts of the reviewer's desk, the panels and the invitations in the language of the page. */
export const useReviewingText = () => reviewing[useLanguage().lang];
