import type { InspectedMessage } from '../api/parked.ts';
import { JsonText } from '../events/json-text.tsx';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { readable } from './json-check.ts';
import { ReasonText } from './reason-text.tsx';

const Text = ({ label, children }: { label: string; children: string }) => (
  <section>
    <h3>{label}</h3>
    <JsonText label={label} text={readable(children)} />
  </section>
);

/** A message: where it came from, why it is parked, what it says, what was decided, and what can be. */
export const MessageDetails = ({ message, onDecided }: { message: InspectedMessage; onDecided: () => void }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const words = text.parked;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [words.columns.key, message.key],
    [words.columns.reason, <ReasonText key="reason" reason={message.reason} />],
    [words.columns.role, words.roles[message.role]],
    [words.status, words.statuses[message.status]],
    [words.consumer, message.consumer],
    [text.events.position, <code key="place">{`${message.topic}/${message.partition}/${message.offset}`}</code>],
    [words.columns.parkedAt, format.instant(message.parkedAt)],
  ];
  return (
    <div className="message-details">
      <dl className="message-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {message.mended !== undefined && <Text label={words.mendedText}>{message.mended}</Text>}
      <Text label={words.text}>{message.text}</Text>
      <section>
        <h3>{words.decisions}</h3>
        {message.decisions.length === 0 && <p className="panel-note">{words.noDecisions}</p>}
        <ol>
          {message.decisions.map(({ act, by, at, reason }) => (
            <li key={`${act} ${at}`} className="message-decision">
              <span>{words.acts[act]}</span> <time dateTime={at}>{format.instant(at)}</time>
              <p>{reason}</p>
              <p className="panel-note">
                {text.events.actor} <code>{by}</code>
              </p>
            </li>
          ))}
        </ol>
      </section>
      <DecisionPanel message={message} onDecided={onDecided} />
    </div>
  );
};
