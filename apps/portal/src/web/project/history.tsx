import { type CloudEvent, eventName } from '../api/events.ts';
import { EventJson } from '../events/event-json.tsx';
import { shortActor } from '../events/event-summary.ts';
import { Answered } from '../states/answered.tsx';
import { MorePages } from '../states/more-pages.tsx';
import { usePages } from '../states/use-pages.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';

type NameOf = (event: string) => string | undefined;

// Decisions say why, under one of these names.
const reasonIn = ({ data }: CloudEvent): string | undefined =>
  [data['reason'], data['reasons'], data['grounds'], data['finding']].find((given) => typeof given === 'string');

const Step = ({ event, nameOf }: { event: CloudEvent; nameOf: NameOf | undefined }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const name = eventName(event.type);
  const reason = reasonIn(event);
  return (
    <li className="step">
      <p>
        <strong>{text.eventNames[name] ?? nameOf?.(name) ?? name}</strong>
      </p>
      {reason !== undefined && <p className="step-reason">{reason}</p>}
      <p className="panel-note">
        <time dateTime={event.time}>{format.instant(event.time)}</time> · {text.events.actor}{' '}
        <code title={event.actor}>{shortActor(event.actor)}</code>
      </p>
      <EventJson event={event} />
    </li>
  );
};

interface HistoryProps {
  /** The address of the page of it that a cursor leads to. */
  readonly addressAfter: (cursor?: string) => string;
  /** What events are called that `eventNames` does not have. */
  readonly nameOf?: NameOf;
}

/** Every step of a document: what, when, by whom and why. Give it the version as its key, so that it is read again when there is one more. */
export const History = ({ addressAfter, nameOf }: HistoryProps) => {
  const { text } = useLanguage();
  const { first, items, ...rest } = usePages<CloudEvent>(addressAfter);
  return (
    <section className="panel" aria-labelledby="history-title">
      <h2 id="history-title">{text.project.history}</h2>
      <p className="panel-note">{text.project.historyLead}</p>
      <Answered answer={first}>
        {() => (
          <>
            <ol className="steps">
              {items.map((event) => (
                <Step key={event.id} event={event} nameOf={nameOf} />
              ))}
            </ol>
            <MorePages {...rest} />
          </>
        )}
      </Answered>
    </section>
  );
};
