import { Drawer } from 'antd';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useLanguage } from '../text/language.tsx';
import { findEvents, isOpenedHere, withoutEvents } from '../url/events-in-address.ts';
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
  const navigate = useNavigate();
  const { state } = useLocation();
  const query = findEvents(parameters);
  const shown = useRef(query);
  useEffect(() => {
    const closed = query === undefined ? shown.current : undefined;
    shown.current = query;
    if (closed !== undefined) focusNumberOf(closed);
  }, [query]);

  // Closing is the way back where the page was there before its events; else the page takes their place, so that Back leaves it.
  const close = () => {
    if (isOpenedHere(state)) void navigate(-1);
    else setParameters(withoutEvents, { replace: true, preventScrollReset: true });
  };

  return (
    <Drawer
      open={query !== undefined}
      onClose={close}
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
