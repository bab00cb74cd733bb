import { Alert } from 'antd';
import { useState } from 'react';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { MorePages } from '../states/more-pages.tsx';
import { Statement } from '../states/statement.tsx';
import { deadlines } from '../text/deadlines.ts';
import { useLanguage } from '../text/language.tsx';
import { PurposeForm } from '../workbench/purpose-form.tsx';
import { useWorkbenchText } from '../workbench/use-workbench-text.ts';
import { DeadlineTable } from './deadline-table.tsx';
import { deadlineSources } from './deadline-sources.ts';
import { type AskedSource, type DeadlinesRead, type InboxRow, useDeadlines } from './use-deadlines.ts';
import './inbox.css';

// Few at first, or what is long late would push what is due next from the screen.
const lateAtFirst = 10;
const shownAtOnce = 25;

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly InboxRow[];
  readonly shownAtFirst: number;
  /** Stands in place of the rows where there are none. */
  readonly empty: string;
  /** How it is read on, once all that was read is shown. */
  readonly reading?: Pick<DeadlinesRead, 'more' | 'isFetching' | 'problem'>;
}

const Section = ({ id, title, rows, shownAtFirst, empty, reading = { isFetching: false } }: SectionProps) => {
  const [shown, setShown] = useState(shownAtFirst);
  const { more: readOn, ...state } = reading;
  const showMore = () => setShown((count) => count + shownAtOnce);
  const showAndRead = readOn && (() => [showMore(), readOn()]);
  const more = shown < rows.length ? showMore : showAndRead;
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? <p className="panel-note">{empty}</p> : <DeadlineTable rows={rows.slice(0, shown)} labelledBy={id} />}
      <MorePages {...state} {...(more ? { more } : {})} />
    </section>
  );
};

const Deadlines = ({ sources }: { sources: readonly AskedSource[] }) => {
  const words = deadlines[useLanguage().lang];
  const { services } = useWorkbenchText();
  // What is late is so at one moment for the whole page, or a deadline could stand in both lists or in none.
  const [now] = useState(() => new Date().toISOString());
  const { first, rows, ...reading } = useDeadlines(sources, now);
  const late = rows.filter(({ owed }) => owed.at <= now);
  const upcoming = rows.filter(({ owed }) => owed.at > now);
  return (
    <Answered answer={first}>
      {({ unread }) => (
        <div className="inbox">
          {unread.map((context) => (
            <Alert key={context} role="alert" type="warning" showIcon title={words.unread(services[context])} />
          ))}
          {rows.length === 0 ? (
            <Statement title={words.none} explanation={words.noneRemedy} />
          ) : (
            <>
              <Section id="late" title={words.overdue} rows={late} shownAtFirst={lateAtFirst} empty={words.noOverdue} />
              <Section
                id="upcoming"
                title={words.upcoming}
                rows={upcoming}
                shownAtFirst={shownAtOnce}
                empty={words.noUpcoming}
                reading={reading}
              />
            </>
          )}
        </div>
      )}
    </Answered>
  );
};

/** What falls due of all that the reader may read, of every service; what is late stands apart. */
export default function InboxPage() {
  const { text, lang } = useLanguage();
  const { services } = useWorkbenchText();
  const { lead, personal } = deadlines[lang];
  const [purposes, setPurposes] = useState<Readonly<Record<string, string>>>({});
  const asked = deadlineSources.flatMap(({ context, isPersonal }): AskedSource[] => {
    const purpose = purposes[context];
    if (!isPersonal) return [{ context }];
    return purpose === undefined ? [] : [{ context, purpose }];
  });
  const unasked = deadlineSources.filter(({ context, isPersonal }) => isPersonal && purposes[context] === undefined);
  return (
    <Page title={text.app.inbox} lead={lead}>
      <Deadlines sources={asked} />
      {unasked.map(({ context }) => (
        <PurposeForm
          key={context}
          title={personal.title(services[context])}
          note={personal.note}
          send={personal.send}
          onSaid={(purpose) => setPurposes((before) => ({ ...before, [context]: purpose }))}
        />
      ))}
    </Page>
  );
}
