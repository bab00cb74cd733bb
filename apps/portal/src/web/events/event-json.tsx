import type { CloudEvent } from '../api/events.ts';
import { useLanguage } from '../text/language.tsx';
import { JsonText } from './json-text.tsx';

/** The event itself, word for word, for whoever wants to check it. */
export const EventJson = ({ event }: { event: CloudEvent }) => {
  const { text } = useLanguage();
  return (
    <details className="event-json">
      <summary>{text.events.json}</summary>
      <JsonText label={`${text.events.json} ${event.id}`} text={JSON.stringify(event, null, 2)} />
    </details>
  );
};
