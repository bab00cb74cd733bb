import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useLanguage } from '../text/language.tsx';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Stands beside the title: what can be done with the whole page. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

// The first page of a visit is announced by the browser itself.
let pathOfLastPage: string | undefined;

/** A page: its title in the window and as its heading, which takes the focus when a reader comes from another page. */
export const Page = ({ title, lead, actions, children }: PageProps) => {
  const { text } = useLanguage();
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const cameFromAnotherPage = pathOfLastPage !== undefined && pathOfLastPage !== pathname;
    pathOfLastPage = pathname;
    if (!cameFromAnotherPage) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <>
      <title>{`${title} · ${text.app.name}`}</title>
      <header className="page-header">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className="page-lead">{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </>
  );
};
