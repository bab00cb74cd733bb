import { Link } from 'react-router';
import { eventName, type LocatedEvent, subjectId } from '../api/events.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { EventJson } from './event-json.tsx';
import { summaryOf } from './event-summary.ts';

/** One event behind a figure: what happened to which project, when, and where it lies in the log. */
export const EventCard = ({ event, position }: LocatedEvent) => {
  const { text } = useLanguage();
  const format = useFormat();
  const { number, title } = summaryOf(event);
  const name = eventName(event.type);
  return (
    <article className="event-card">
      <p className="event-line">
        <span>{text.eventNames[name] ?? name}</span>
        <time dateTime={event.time}>{format.instant(event.time)}</time>
      </p>
      <h3>
        <Link to={`/projects/${encodeURIComponent(subjectId(event.subject))}`}>{title ?? number}</Link>
      </h3>
      <p className="panel-note">
        {number} · {text.events.position} <code>{`${position.topic}/${position.partition}/${position.offset}`}</code>
      </p>
      <EventJson event={event} />
    </article>
  );
};
