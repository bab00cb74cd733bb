import { figureEventsAddress } from '../api/addresses.ts';
import type { LocatedEvent } from '../api/events.ts';
import { Answered } from '../states/answered.tsx';
import { MorePages } from '../states/more-pages.tsx';
import { usePages } from '../states/use-pages.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { EventCard } from './event-card.tsx';

/** The exact events that a row was computed from, page by page. */
export const EventList = ({ metric, query }: { metric: string; query: string }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const { first, items, ...rest } = usePages<LocatedEvent>((after) => figureEventsAddress(metric, query, after));
  return (
    <Answered answer={first}>
      {() => (
        <>
          <p className="panel-note" role="status">
            {items.length === 0 ? text.events.none : `${text.events.lead} ${text.events.shown(format.count(items.length))}`}
          </p>
          <ol className="event-list">
            {items.map(({ event, position }) => (
              <li key={`${event.source} ${event.id}`}>
                <EventCard event={event} position={position} />
              </li>
            ))}
          </ol>
          <MorePages {...rest} />
        </>
      )}
    </Answered>
  );
};
