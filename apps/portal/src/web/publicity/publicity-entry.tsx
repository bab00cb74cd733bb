import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { isOpenToObjections, type PublicisedApplication } from '../api/publicised.ts';
import { useSession, useSessionState } from '../session/session-context.tsx';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ObjectionForm } from './objection-form.tsx';

/** One application in publicity: who wants to do what with whom, until when one can object, and the way to do so. */
export const PublicityEntry = ({ application }: { application: PublicisedApplication }) => {
  const { text } = useLanguage();
  const words = text.publicity;
  const format = useFormat();
  const { id, status, title, parties, call, endsAt } = application;
  const [stage, setStage] = useState<'read' | 'writing' | 'sent'>('read');
  return (
    <li className="panel publicity-entry" aria-labelledby={`application-${id}`}>
      <h2 id={`application-${id}`}>{title}</h2>
      <p className="panel-note">
        {words.call(call)} · {status === 'approved' ? words.approved : words.until(format.instant(endsAt))}
      </p>
      <ul className="publicity-parties">
        {parties.map(({ role, name, region }, place) => (
          <li key={place}>
            {name}
            <span className="panel-note">
              {words.roles[role]} · {format.region(region)}
            </span>
          </li>
        ))}
      </ul>
      {stage === 'sent' && <p role="status">{words.sent}</p>}
      {stage === 'writing' && <ObjectionForm id={id} onSent={() => setStage('sent')} onCancel={() => setStage('read')} />}
      {stage === 'read' && isOpenToObjections(application, Date.now()) && (
        <ObjectionButton title={title} onClick={() => setStage('writing')} />
      )}
    </li>
  );
};

// An objection has somebody who makes it: whoever has not logged in does so first, and comes back to this page.
const ObjectionButton = ({ title, onClick }: { title: string; onClick: () => void }) => {
  const { text, lang } = useLanguage();
  const session = useSession();
  const isSignedIn = useSessionState().status === 'signed-in';
  const { pathname, search } = useLocation();
  const [isUnreachable, setUnreachable] = useState(false);
  const signIn = () => void session.signIn({ returnTo: pathname + search, lang }).catch(() => setUnreachable(true));
  return (
    <>
      <Button
        aria-label={`${isSignedIn ? text.publicity.object : text.publicity.signInToObject}: ${title}`}
        onClick={isSignedIn ? onClick : signIn}
      >
        {isSignedIn ? text.publicity.object : text.publicity.signInToObject}
      </Button>
      {isUnreachable && <p role="alert">{text.failure.unreachable}</p>}
    </>
  );
};
