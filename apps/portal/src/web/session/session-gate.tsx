import type { ReactNode } from 'react';
import { useSessionState } from './session-context.tsx';
import { SessionExpired, SignIn } from './sign-in.tsx';

/** Shows its pages to whoever is logged in; everyone else is asked to log in and comes back to the same address. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const state = useSessionState();
  switch (state.status) {
    case 'signed-in':
      return children;
    case 'expired':
      return <SessionExpired />;
    case 'signed-out':
      return <SignIn failed={state.failed === true} />;
  }
};
