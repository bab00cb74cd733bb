import { useLanguage } from '../text/language.tsx';

/** Up to where the events were counted: what makes the figures of this page repeatable. */
export const Watermark = ({ watermark }: { watermark: string }) => {
  const { text } = useLanguage();
  return (
    <p className="watermark">
      {text.overview.asOf} <code>{watermark}</code> · {text.overview.asOfHelp}
    </p>
  );
};
