import { Link } from 'react-router';
import { reviewersLink } from '../../panel/panel-link.ts';
import { useRoles } from '../../session/session-context.tsx';
import { useReviewingText } from '../../text/use-reviewing-text.ts';
import type { Collection } from '../description/description.ts';
import type { Document } from '../list/csv.ts';

/** The way from an application under review to the page from which its officer invites reviewers. */
export const ReviewersEntry = ({ collection, document }: { collection: Collection; document: Document }) => {
  const words = useReviewingText().invitations;
  const isOfficer = useRoles().includes('officer');
  if (!isOfficer || collection.aggregate !== 'application' || document['status'] !== 'eligible') return null;
  return (
    <p className="panel">
      <Link to={reviewersLink(document.id)}>{words.entry}</Link>
    </p>
  );
};
