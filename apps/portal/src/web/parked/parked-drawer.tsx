import { Drawer } from 'antd';
import { useSearchParams } from 'react-router';
import type { ParkingService } from '../../service-names.ts';
import { parkedMessageAddress } from '../api/addresses.ts';
import type { InspectedMessage } from '../api/parked.ts';
import { Answered } from '../states/answered.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { findMessageId, parseParkedFilters, withoutMessage } from '../url/parked-filters.ts';
import { MessageDetails } from './message-details.tsx';

interface Decidable {
  /** How many decisions were taken on this page: after each the message is read again. */
  readonly decisions: number;
  readonly onDecided: () => void;
}

const OpenMessage = ({ service, id, decisions, onDecided }: Decidable & { service: ParkingService; id: string }) => {
  const address = parkedMessageAddress(service, id);
  const answer = useAnswer(`${address} ${decisions}`, (api, signal) => api.read<InspectedMessage>(address, signal));
  return <Answered answer={answer}>{(message) => <MessageDetails message={message} onDecided={onDecided} />}</Answered>;
};

/** One message with its text, and what can be decided about it. */
export const ParkedDrawer = (decidable: Decidable) => {
  const { text } = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const id = findMessageId(parameters);
  const { service } = parseParkedFilters(parameters);
  return (
    <Drawer
      open={id !== undefined}
      onClose={() => setParameters(withoutMessage, { preventScrollReset: true })}
      size="min(720px, 100vw)"
      title={text.parked.message}
      destroyOnHidden
    >
      {id !== undefined && <OpenMessage key={id} service={service} id={id} {...decidable} />}
    </Drawer>
  );
};
