import type { RegionCode } from '@xietong/domain';
import { useLanguage } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import type { Collection } from '../description/description.ts';
import type { Document } from '../list/csv.ts';
import { WorkingDaysLeft } from '../../working-days/working-days-left.tsx';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';
import { dayIn, type Deadline, deadlinesOf, lastDayOf, regionOf, remaining, zoneOf } from './due.ts';

const shownMax = 6;

interface DueLineProps {
  readonly deadline: Deadline;
  readonly zone: string;
  readonly region: RegionCode | undefined;
  readonly aggregate: string;
}

const DueLine = ({ deadline, zone, region, aggregate }: DueLineProps) => {
  const { lang } = useLanguage();
  const words = useWorkbenchText().due;
  const vocabulary = useWords(aggregate);
  const format = useFormat();
  const { count, unit } = remaining(deadline, Date.now(), zone);
  const relative = new Intl.RelativeTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { numeric: 'auto' }).format(count, unit);
  return (
    <li className={count < 0 ? 'due-past' : undefined}>
      <strong>{[deadline.about, vocabulary.field(deadline.name, deadline.within)].filter(Boolean).join(' · ')}</strong>
      <span className="due-remaining">{relative}</span>
      {region && <WorkingDaysLeft today={dayIn(Date.now(), zone)} lastDay={lastDayOf(deadline, zone)} region={region} />}
      <span className="panel-note">
        <time dateTime={lastDayOf(deadline, zone)}>{words.lastDay(format.date(lastDayOf(deadline, zone)))}</time>
        {!deadline.isDay && (
          <>
            {' · '}
            <time dateTime={deadline.at}>{words.before(format.instant(deadline.at))}</time>
          </>
        )}
      </span>
    </li>
  );
};

/** What is due of a document: the last day where its agency is, and how long there is still. */
export const DuePanel = ({ collection, document }: { collection: Collection; document: Document }) => {
  const words = useWorkbenchText().due;
  const deadlines = deadlinesOf(collection.document, document);
  const zone = zoneOf(document) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (deadlines.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="due-title">
      <h2 id="due-title">{words.title}</h2>
      <ul className="due">
        {deadlines.slice(0, shownMax).map((deadline) => (
          <DueLine
            key={`${deadline.within} ${deadline.name} ${deadline.at}`}
            deadline={deadline}
            zone={zone}
            region={regionOf(document)}
            aggregate={collection.aggregate}
          />
        ))}
      </ul>
    </section>
  );
};
