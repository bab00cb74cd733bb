import type { Figure } from '../api/figures.ts';
import { useLanguage } from '../text/language.tsx';

/** What the figure counts, and up to where. */
export const FigureFacts = ({ figure: { unit, watermark } }: { figure: Figure }) => {
  const { text } = useLanguage();
  return (
    <dl className="figure-facts">
      <div>
        <dt>{text.figure.unit}</dt>
        <dd>{text.figure.units[unit] ?? unit}</dd>
      </div>
      <div>
        <dt>{text.figure.watermark}</dt>
        <dd>
          <code>{watermark}</code>
        </dd>
      </div>
    </dl>
  );
};
