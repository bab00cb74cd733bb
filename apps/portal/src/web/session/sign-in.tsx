import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { Mark } from '../layout/mark.tsx';
import { Statement } from '../states/statement.tsx';
import { useLanguage } from '../text/language.tsx';
import { useSession } from './session-context.tsx';
import './sign-in.css';

// Leaves for Keycloak with the present address, or says that Keycloak could not be reached.
const useSignIn = () => {
  const session = useSession();
  const { lang } = useLanguage();
  const { pathname, search } = useLocation();
  const [state, setState] = useState<'here' | 'leaving' | 'unreachable'>('here');
  const signIn = () => {
    setState('leaving');
    session.signIn({ returnTo: pathname + search, lang }).catch(() => setState('unreachable'));
  };
  return { state, signIn, isDeepLink: pathname !== '/' };
};

export const SignIn = ({ failed }: { failed: boolean }) => {
  const { text } = useLanguage();
  const { state, signIn, isDeepLink } = useSignIn();
  return (
    <section className="sign-in">
      <title>{text.app.name}</title>
      <Mark size={56} />
      <h1>{text.signIn.title}</h1>
      <p className="sign-in-lead">{text.signIn.lead}</p>
      {failed && <Alert type="warning" showIcon title={text.signIn.failed} description={text.signIn.failedRemedy} />}
      {state === 'unreachable' && (
        <Alert type="error" showIcon title={text.failure.unreachable} description={text.failure.unreachableRemedy} />
      )}
      <Button type="primary" size="large" loading={state === 'leaving'} onClick={signIn}>
        {isDeepLink ? text.signIn.continueButton : text.signIn.button}
      </Button>
      <p className="sign-in-hint">{text.signIn.hint}</p>
    </section>
  );
};

export const SessionExpired = () => {
  const { text } = useLanguage();
  const { state, signIn } = useSignIn();
  return (
    <Statement title={text.signIn.expiredTitle} explanation={text.signIn.expiredText} isPage>
      {state === 'unreachable' && <Alert type="error" showIcon title={text.failure.unreachable} />}
      <Button type="primary" loading={state === 'leaving'} onClick={signIn}>
        {text.signIn.expiredButton}
      </Button>
    </Statement>
  );
};
