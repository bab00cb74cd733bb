import type { Light } from '../api/project.ts';
import { board } from '../text/board.ts';
import { useLanguage } from '../text/language.tsx';

/** The light of a project; the word says it, colour and shape only help. */
export const LightTag = ({ light }: { light: Light }) => (
  <span className={`light light-${light}`}>{board[useLanguage().lang].lights[light]}</span>
);
