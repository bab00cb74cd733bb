import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { applicationAddress } from '../api/addresses.ts';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { documentLink } from '../workbench/links.ts';
import '../workbench/form/form.css';
import { CandidatesPanel } from './candidates-panel.tsx';
import { ReviewsSoFar } from './reviews-so-far.tsx';
import './invitations.css';

interface ApplicationToReview {
  readonly id: string;
  readonly status: string;
  readonly content: { readonly title?: string; readonly area?: string };
}

const InviteView = ({ id }: { id: string }) => {
  const words = useReviewingText().invitations;
  const [rounds, setRounds] = useState(0);
  const address = applicationAddress(id);
  const answer = useAnswer(address, (api, signal) => api.read<ApplicationToReview>(address, signal));
  return (
    <Answered answer={answer} isPage>
      {({ status, content: { title = id, area = '' } }) => (
        <Page
          title={words.title}
          lead={
            <>
              <Link to={documentLink({ context: 'projects', collection: 'applications' }, id)}>{words.back}</Link> · {words.of(title)}
            </>
          }
        >
          <div className="invitations">
            <ReviewsSoFar key={rounds} application={id} />
            {status === 'eligible' ? (
              <CandidatesPanel application={id} area={area} onInvited={() => setRounds((count) => count + 1)} />
            ) : (
              <Statement title={words.notEligible} />
            )}
          </div>
        </Page>
      )}
    </Answered>
  );
};

/** The page from which an officer invites experts to review an application. */
export default function InvitePage() {
  const { id = '' } = useParams();
  return <InviteView key={id} id={id} />;
}
