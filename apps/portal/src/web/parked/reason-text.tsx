import type { ParkedMessage } from '../api/parked.ts';
import { useLanguage } from '../text/language.tsx';

/** Why a message is parked, and the fields at fault. */
export const ReasonText = ({ reason: { code, detail } }: Pick<ParkedMessage, 'reason'>) => {
  const { text } = useLanguage();
  return (
    <>
      {text.parked.reasons[code]}
      {detail !== '' && <span className="panel-note reason-detail">{detail}</span>}
    </>
  );
};
