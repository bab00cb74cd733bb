import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { parkedMessageAddress, replayAddress } from '../api/addresses.ts';
import type { InspectedMessage, Replayed } from '../api/parked.ts';
import { useApi } from '../session/session-context.tsx';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { parseParkedFilters } from '../url/parked-filters.ts';
import { ConfirmDecision } from './confirm-decision.tsx';
import { MendForm } from './mend-form.tsx';

type Act = 'mend' | 'discard' | 'replay';

/** Mend, replay or discard; what came of it is said in its place. */
export const DecisionPanel = ({ message, onDecided }: { message: InspectedMessage; onDecided: () => void }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const api = useApi();
  const [act, setAct] = useState<Act>();
  const [done, setDone] = useState<{ told: string; isWhole: boolean }>();
  const panel = useRef<HTMLElement>(null);
  const words = text.parked;
  const { service } = parseParkedFilters(useSearchParams()[0]);
  const address = parkedMessageAddress(service, message.id);
  const isParked = message.status === 'parked';

  // The form that had the focus is gone; a reader by keyboard goes on from what came of it.
  useEffect(() => {
    if (done) panel.current?.focus();
  }, [done]);

  const settle = (told: string, isWhole = true) => {
    setAct(undefined);
    setDone({ told, isWhole });
    onDecided();
  };
  const tell = ({ applied, parked, stoppedBy }: Replayed) => {
    const counted = words.replayed(format.count(applied), format.count(parked));
    settle(stoppedBy ? `${counted} ${words.stoppedBy(words.reasons[stoppedBy.reason.code], stoppedBy.id)}` : counted, !stoppedBy);
  };

  return (
    <section ref={panel} tabIndex={-1} className="decision-panel" aria-label={words.decide}>
      {done && <Alert role="status" type={done.isWhole ? 'success' : 'warning'} showIcon title={done.told} />}
      {act === undefined && (
        <div className="decision-buttons">
          {isParked && <Button onClick={() => setAct('mend')}>{words.acts.mend}</Button>}
          {message.status !== 'applied' && (
            <Button type="primary" onClick={() => setAct('replay')}>
              {words.acts.replay}
            </Button>
          )}
          {isParked && (
            <Button danger onClick={() => setAct('discard')}>
              {words.acts.discard}
            </Button>
          )}
        </div>
      )}
      {act === 'mend' && (
        <MendForm
          message={message}
          send={(body, reason) => api.decide(`${address}/mend`, { body, reason }).then(() => settle(words.mended))}
          onCancel={() => setAct(undefined)}
        />
      )}
      {act === 'replay' && (
        <ConfirmDecision
          title={words.acts.replay}
          explanation={words.replayMeans(message.key)}
          send={(reason) =>
            api
              .decide<Replayed>(replayAddress(service), { consumer: message.consumer, topic: message.topic, key: message.key, reason })
              .then(tell)
          }
          onCancel={() => setAct(undefined)}
        />
      )}
      {act === 'discard' && (
        <ConfirmDecision
          title={words.acts.discard}
          explanation={words.discardMeans}
          isForGood
          send={(reason) => api.decide(`${address}/discard`, { reason }).then(() => settle(words.discarded))}
          onCancel={() => setAct(undefined)}
        />
      )}
    </section>
  );
};
