import type { MouseEvent, ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { useRoles, useSessionState } from '../session/session-context.tsx';
import { useLanguage } from '../text/language.tsx';
import { Account } from './account.tsx';
import { Mark } from './mark.tsx';
import { openPlaces, placesOf } from './places.ts';
import './shell.css';

const Navigation = () => {
  const { text } = useLanguage();
  const roles = useRoles();
  const isSignedIn = useSessionState().status === 'signed-in';
  return (
    <nav className="navigation" aria-label={text.app.navigation}>
      {(isSignedIn ? placesOf(roles) : openPlaces).map(({ path, name }) => (
        <NavLink key={path} to={path}>
          {text.app[name]}
        </NavLink>
      ))}
    </nav>
  );
};

const LanguageSwitch = () => {
  const { lang, text, switchTo } = useLanguage();
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="plain-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={text.app.switchLanguageLabel}
      onClick={() => switchTo(other)}
    >
      {text.app.switchLanguage}
    </button>
  );
};

// Without the fragment in the address: on the way back to it the browser would take the focus from where it belongs.
const skipToContent = (event: MouseEvent) => {
  event.preventDefault();
  document.getElementById('content')?.focus();
};

/** The frame of every page: whose it is, where to go, in which language, as whom. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const { text } = useLanguage();
  const state = useSessionState();
  return (
    <>
      <a className="skip-link" href="#content" onClick={skipToContent}>
        {text.app.skipToContent}
      </a>
      <header className="masthead">
        <div className="masthead-inner">
          <Link className="brand" to="/">
            <Mark size={28} />
            <span>{text.app.name}</span>
          </Link>
          <Navigation />
          <div className="masthead-end">
            <LanguageSwitch />
            {state.status === 'signed-in' && <Account person={state.person} />}
          </div>
        </div>
      </header>
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
    </>
  );
};
