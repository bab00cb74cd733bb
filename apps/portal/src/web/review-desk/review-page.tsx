import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { reviewAddress } from '../api/addresses.ts';
import type { OwnReview } from '../api/review.ts';
import { Page } from '../layout/page.tsx';
import { useUsername } from '../session/session-context.tsx';
import { Answered } from '../states/answered.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import '../workbench/form/form.css';
import { AnswerPanel, type Left, Leaving } from './answer-panel.tsx';
import { DueBy } from './due-by.tsx';
import { GivenAssessment } from './given-assessment.tsx';
import { JudgedContent } from './judged-content.tsx';
import { ScoreForm } from './score-form.tsx';
import { draftKey } from './score-draft.ts';

interface StepProps {
  readonly review: OwnReview;
  readonly reload: () => void;
  readonly onGiven: () => void;
}

const Step = ({ review, reload, onGiven }: StepProps) => {
  switch (review.status) {
    case 'invited':
      return <AnswerPanel review={review} reload={reload} />;
    case 'accepted':
      return <ScoreForm review={review} reload={reload} onGiven={onGiven} />;
    case 'scored':
      return <GivenAssessment assessment={review.assessment} axes={review.axes} />;
  }
};

const Due = ({ review }: { review: OwnReview }) => {
  const words = useReviewingText().desk;
  if (review.status === 'scored') return null;
  const isInvited = review.status === 'invited';
  return (
    <p className="panel-note">
      <DueBy what={isInvited ? words.answerBy : words.scoreBy} at={isInvited ? review.answerBy : review.scoreBy} review={review} />
    </p>
  );
};

// What is to be done stands beside what is judged; on a phone below it, with the total always in view.
const SideBySide = ({ review, reload, onLeft }: { review: OwnReview; reload: () => void; onLeft: (how: Left) => void }) => {
  const words = useReviewingText();
  const [isGiven, setGiven] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isGiven) title.current?.focus();
  }, [isGiven]);
  const onGiven = () => {
    setGiven(true);
    reload();
  };
  return (
    <div className={`review-sides review-${review.status}`}>
      <JudgedContent review={review} />
      <aside className="panel review-step" aria-labelledby="score-title">
        <h2 id="score-title" ref={title} tabIndex={-1}>
          {review.status === 'invited' ? words.answer.title : words.form.title}
        </h2>
        {isGiven && <Alert role="status" type="success" showIcon title={words.form.sent} />}
        <Due review={review} />
        {review.status === 'accepted' && review.returned !== undefined && (
          <Alert type="warning" showIcon title={words.desk.returned(review.returned)} />
        )}
        <Leaving review={review} onLeft={onLeft} reload={reload}>
          <Step review={review} reload={reload} onGiven={onGiven} />
        </Leaving>
      </aside>
    </div>
  );
};

const ReviewView = ({ id }: { id: string }) => {
  const words = useReviewingText();
  const [reads, setReads] = useState(0);
  const [left, setLeft] = useState<Left>();
  const draft = draftKey(useUsername(), id);
  const address = reviewAddress(id);
  const answer = useAnswer(`${address} ${reads}`, (api, signal) => api.read<OwnReview>(address, signal));
  const back = <Link to="/reviews">{words.desk.back}</Link>;
  if (left)
    return (
      <div role="status">
        <Statement title={words.answer.left[left]} isPage>
          {back}
        </Statement>
      </div>
    );
  const onLeft = (how: Left) => {
    localStorage.removeItem(draft);
    setLeft(how);
  };
  return (
    <Answered answer={answer} isPage>
      {(review) => (
        <Page title={review.content.title} lead={back}>
          <SideBySide review={review} reload={() => setReads((count) => count + 1)} onLeft={onLeft} />
        </Page>
      )}
    </Answered>
  );
};

/** One review: what is judged beside what is to be done with it. */
export const ReviewPage = () => {
  const { id = '' } = useParams();
  return <ReviewView key={id} id={id} />;
};
