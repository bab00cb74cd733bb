import type { CloudEvent } from '../api/events.ts';
import { useLanguage } from '../text/language.tsx';
import './events.css';

/** The event itself, word for word, for whoever wants to check it. */
export const EventJson = ({ event }: { event: CloudEvent }) => {
  const { text } = useLanguage();
  return (
    <details className="event-json">
      <summary>{text.events.json}</summary>
      <pre tabIndex={0} role="region" aria-label={`${text.events.json} ${event.id}`}>
        {JSON.stringify(event, null, 2)}
      </pre>
    </details>
  );
};
