import { projectHistoryAddress } from '../api/addresses.ts';
import { type CloudEvent, eventName } from '../api/events.ts';
import { EventJson } from '../events/event-json.tsx';
import { shortActor } from '../events/event-summary.ts';
import { Answered } from '../states/answered.tsx';
import { MorePages } from '../states/more-pages.tsx';
import { usePages } from '../states/use-pages.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';

const Step = ({ event }: { event: CloudEvent }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const name = eventName(event.type);
  return (
    <li className="step">
      <p>
        <strong>{text.eventNames[name] ?? name}</strong>
      </p>
      <p className="panel-note">
        <time dateTime={event.time}>{format.instant(event.time)}</time> · {text.events.actor}{' '}
        <code title={event.actor}>{shortActor(event.actor)}</code>
      </p>
      <EventJson event={event} />
    </li>
  );
};

/** Every step of the project: what, when and by whom. `version` has it read again when there is one more. */
export const History = ({ id, version }: { id: string; version: number }) => {
  const { text } = useLanguage();
  const { first, items, ...rest } = usePages<CloudEvent>((after) => projectHistoryAddress(id, after));
  return (
    <section className="panel" aria-labelledby="history-title" key={version}>
      <h2 id="history-title">{text.project.history}</h2>
      <p className="panel-note">{text.project.historyLead}</p>
      <Answered answer={first}>
        {() => (
          <>
            <ol className="steps">
              {items.map((event) => (
                <Step key={event.id} event={event} />
              ))}
            </ol>
            <MorePages {...rest} />
          </>
        )}
      </Answered>
    </section>
  );
};
