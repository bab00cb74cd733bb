import { Link } from 'react-router';
import { ownReviewsAddress } from '../api/addresses.ts';
import type { OwnReview, OwnReviewStatus } from '../api/review.ts';
import { Page } from '../layout/page.tsx';
import { useUsername } from '../session/session-context.tsx';
import { Answered } from '../states/answered.tsx';
import { MorePages } from '../states/more-pages.tsx';
import { usePages } from '../states/use-pages.ts';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { listLink } from '../workbench/links.ts';
import { DueBy } from './due-by.tsx';
import { reviewLink } from './review-link.ts';
import { draftKey } from './score-draft.ts';

const sections: readonly OwnReviewStatus[] = ['invited', 'accepted', 'scored'];

const WhatIsDue = ({ review }: { review: OwnReview }) => {
  const words = useReviewingText().desk;
  const format = useFormat();
  switch (review.status) {
    case 'invited':
      return <DueBy what={words.answerBy} at={review.answerBy} review={review} />;
    case 'accepted':
      return <DueBy what={words.scoreBy} at={review.scoreBy} review={review} />;
    case 'scored':
      return <>{words.given(format.points(review.assessment.total))}</>;
  }
};

const Entry = ({ review }: { review: OwnReview }) => {
  const words = useReviewingText().desk;
  const username = useUsername();
  const { id, status, content } = review;
  const hasDraft = status === 'accepted' && localStorage.getItem(draftKey(username, id)) !== null;
  return (
    <li>
      <Link className="desk-title" to={reviewLink(id)}>
        {content.title}
      </Link>
      <p className="panel-note">
        <WhatIsDue review={review} />
        {hasDraft && <span className="desk-draft">{words.draftKept}</span>}
      </p>
      {status === 'accepted' && review.returned !== undefined && <p className="desk-returned">{words.returned(review.returned)}</p>}
    </li>
  );
};

const Section = ({ status }: { status: OwnReviewStatus }) => {
  const words = useReviewingText().desk;
  const { first, items, ...rest } = usePages<OwnReview>((after) => ownReviewsAddress(status, after));
  return (
    <section className="panel" aria-labelledby={`desk-${status}`}>
      <h2 id={`desk-${status}`}>{words.sections[status]}</h2>
      <Answered answer={first}>
        {() =>
          items.length === 0 ? (
            <p className="panel-note">{words.none[status]}</p>
          ) : (
            <>
              <ul className="desk-list">
                {items.map((review) => (
                  <Entry key={review.id} review={review} />
                ))}
              </ul>
              <MorePages {...rest} />
            </>
          )
        }
      </Answered>
    </section>
  );
};

/** The expert's own reviews by what is to be done with them, those that are due soonest first. */
export const DeskPage = () => {
  const words = useReviewingText().desk;
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="desk">
        {sections.map((status) => (
          <Section key={status} status={status} />
        ))}
        <p>
          <Link to={listLink({ context: 'projects', collection: 'past-reviews' })}>{words.past}</Link>
        </p>
      </div>
    </Page>
  );
};
