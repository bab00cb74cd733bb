import { Drawer } from 'antd';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../text/language.tsx';
import { findEvents, withoutEvents } from '../url/events-in-address.ts';
import { CopyLink } from './copy-link.tsx';
import { EventList } from './event-list.tsx';
import './events.css';

// Whoever came by a link has opened the events from nowhere; closed, they leave him at the number that they belong to.
const focusNumberOf = (query: string) => {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')];
  links.find(({ href }) => findEvents(new URL(href).searchParams) === query)?.focus();
};

/** The events behind a row of the figure; the page's address says which, so that they can be shared. */
export const EventsDrawer = ({ metric }: { metric: string }) => {
  const { text } = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const query = findEvents(parameters);
  const shown = useRef(query);
  useEffect(() => {
    const closed = query === undefined ? shown.current : undefined;
    shown.current = query;
    if (closed !== undefined) focusNumberOf(closed);
  }, [query]);

  return (
    <Drawer
      open={query !== undefined}
      onClose={() => setParameters(withoutEvents, { preventScrollReset: true })}
      focusable={{ focusTriggerAfterClose: false }}
      size="min(640px, 100vw)"
      title={text.events.title}
      extra={<CopyLink />}
      destroyOnHidden
    >
      {query !== undefined && <EventList key={query} metric={metric} query={query} />}
    </Drawer>
  );
};
