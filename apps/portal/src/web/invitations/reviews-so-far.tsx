import { Link } from 'react-router';
import { reviewsOfAddress } from '../api/addresses.ts';
import type { AgencyReview } from '../api/review.ts';
import { Answered } from '../states/answered.tsx';
import { MorePages } from '../states/more-pages.tsx';
import { usePages } from '../states/use-pages.ts';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { documentLink } from '../workbench/links.ts';
import { useWords } from '../workbench/use-workbench-text.ts';

/** The reviews of an application to which somebody was invited, and how each stands. */
export const ReviewsSoFar = ({ application }: { application: string }) => {
  const words = useReviewingText();
  const vocabulary = useWords('review');
  const format = useFormat();
  const { first, items, ...rest } = usePages<AgencyReview>((after) => reviewsOfAddress(application, after));
  return (
    <section className="panel" aria-labelledby="reviews-so-far">
      <h2 id="reviews-so-far">{words.invitations.soFar}</h2>
      <Answered answer={first}>
        {() => (
          <>
            {items.length === 0 && <p className="panel-note">{words.invitations.noReviews}</p>}
            <ul className="so-far">
              {items.map(({ id, status, answerBy, scoreBy, assessment }) => {
                const due = status === 'invited' ? answerBy : status === 'accepted' ? scoreBy : undefined;
                return (
                  <li key={id}>
                    <Link to={documentLink({ context: 'projects', collection: 'reviews' }, id)}>{vocabulary.value('status', status)}</Link>
                    <span className="panel-note">
                      {due !== undefined && `${status === 'invited' ? words.desk.answerBy : words.desk.scoreBy} ${format.instant(due)}`}
                      {status === 'scored' && assessment && words.desk.given(format.points(assessment.total))}
                    </span>
                  </li>
                );
              })}
            </ul>
            <MorePages {...rest} />
          </>
        )}
      </Answered>
    </section>
  );
};
