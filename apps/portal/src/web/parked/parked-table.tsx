import { Link, useSearchParams } from 'react-router';
import type { ParkedMessage } from '../api/parked.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { withMessage } from '../url/parked-filters.ts';
import { ReasonText } from './reason-text.tsx';

const ParkedRow = ({ message }: { message: ParkedMessage }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const [parameters] = useSearchParams();
  const { id, key, reason, role, topic, partition, offset, parkedAt } = message;
  return (
    <tr>
      <td>
        <Link to={{ search: withMessage(parameters, id).toString() }} preventScrollReset>
          {key}
        </Link>
        <span className="panel-note">
          <code>{`${topic}/${partition}/${offset}`}</code>
        </span>
      </td>
      <td>
        <ReasonText reason={reason} />
      </td>
      <td className="cell-inline">{text.parked.roles[role]}</td>
      <td className="cell-inline">
        <time dateTime={parkedAt}>{format.instant(parkedAt)}</time>
      </td>
    </tr>
  );
};

/** Parked messages as rows, the newest last; on a phone each becomes a card. */
export const ParkedTable = ({ messages }: { messages: readonly ParkedMessage[] }) => {
  const { text } = useLanguage();
  const { columns } = text.parked;
  return (
    <table className="plain-table stacked-table parked-table">
      <thead>
        <tr>
          <th scope="col">{columns.key}</th>
          <th scope="col">{columns.reason}</th>
          <th scope="col">{columns.role}</th>
          <th scope="col">{columns.parkedAt}</th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <ParkedRow key={message.id} message={message} />
        ))}
      </tbody>
    </table>
  );
};
