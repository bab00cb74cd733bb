import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import { sendFile } from '../api/send-file.ts';
import { type Api, createApi } from '../api/api.ts';
import { useLanguage } from '../text/language.tsx';
import type { Session, SessionState } from './session.ts';

const SessionContext = createContext<Session | undefined>(undefined);
const ApiContext = createContext<Api | undefined>(undefined);

export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => {
  const { lang } = useLanguage();
  const api = useMemo(
    () => createApi({ lang, token: session.token, renew: session.renew, fetch: (...request) => fetch(...request), sendFile }),
    [lang, session],
  );
  return (
    <SessionContext value={session}>
      <ApiContext value={api}>{children}</ApiContext>
    </SessionContext>
  );
};

export const useSession = (): Session => {
  const session = use(SessionContext);
  if (session === undefined) throw new Error('useSession is called outside of SessionProvider');
  return session;
};

export const useSessionState = (): SessionState => {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.read);
};

const noRoles: readonly string[] = [];

/** The roles of whoever is logged in. */
export const useRoles = (): readonly string[] => {
  const state = useSessionState();
  return state.status === 'signed-in' ? state.person.roles : noRoles;
};

/** By what name somebody is logged in; nothing where nobody is. */
export const useUsername = (): string => {
  const state = useSessionState();
  return state.status === 'signed-in' ? state.person.username : '';
};

/** The services, read in the name of who is logged in and in the language of the page. */
export const useApi = (): Api => {
  const api = use(ApiContext);
  if (api === undefined) throw new Error('useApi is called outside of SessionProvider');
  return api;
};
