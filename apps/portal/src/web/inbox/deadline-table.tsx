import { RegionCode, timeZoneOf } from '@xietong/domain';
import { Link } from 'react-router';
import type { Owed } from '../api/deadlines.ts';
import { deadlines } from '../text/deadlines.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { dayIn } from '../workbench/document/due.ts';
import { documentLink } from '../workbench/links.ts';
import { useWords, useWorkbenchText } from '../workbench/use-workbench-text.ts';
import { WorkingDaysLeft } from '../working-days/working-days-left.tsx';
import { nameOf } from './deadline-name.ts';
import type { InboxRow } from './use-deadlines.ts';

/** Days are those of the agency; a moment that does not end a day there is told too. */
const placeInTime = ({ at }: Owed, agency: string) => {
  const region = RegionCode.parse(agency.slice(0, agency.indexOf('/')));
  const zone = timeZoneOf(region);
  const lastDay = dayIn(Date.parse(at) - 1, zone);
  return { region, lastDay, today: dayIn(Date.now(), zone), endsDay: dayIn(Date.parse(at), zone) !== lastDay };
};

const useWordOf = (aggregate: string) => {
  const vocabulary = useWords(aggregate);
  return ({ name, about }: Owed): string => {
    const { field, within } = nameOf(name);
    // One of several is called by what it is, a milestone by its title; that there is a day to it goes without saying.
    return about === undefined || within === undefined ? vocabulary.field(field, within) : `${vocabulary.field(within)} · ${about}`;
  };
};

const DeadlineRow = ({ row }: { row: InboxRow }) => {
  const due = useWorkbenchText().due;
  const format = useFormat();
  const vocabulary = useWords(row.of.aggregate);
  const wordOf = useWordOf(row.of.aggregate);
  const { region, lastDay, today, endsDay } = placeInTime(row.owed, row.agency);
  return (
    <tr>
      <td>
        <Link className="deadline-title" to={documentLink(row.of, row.id)}>
          {row.title}
        </Link>
        <span className="panel-note">{vocabulary.name}</span>
      </td>
      <td>{wordOf(row.owed)}</td>
      <td className="cell-inline">
        <time dateTime={lastDay}>{format.date(lastDay)}</time>
        {!endsDay && (
          <time className="panel-note" dateTime={row.owed.at}>
            {due.before(format.instant(row.owed.at))}
          </time>
        )}
      </td>
      <td className="cell-inline">
        <WorkingDaysLeft today={today} lastDay={lastDay} region={region} />
      </td>
    </tr>
  );
};

/** Deadlines as rows, each with its document; on a phone each becomes a card. */
export const DeadlineTable = ({ rows, labelledBy }: { rows: readonly InboxRow[]; labelledBy: string }) => {
  const { columns } = deadlines[useLanguage().lang];
  return (
    <table className="plain-table stacked-table deadline-table" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{columns.document}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.by}</th>
          <th scope="col">{columns.left}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <DeadlineRow key={`${row.context} ${row.collection} ${row.id} ${row.owed.name} ${row.owed.at} ${row.owed.about}`} row={row} />
        ))}
      </tbody>
    </table>
  );
};
