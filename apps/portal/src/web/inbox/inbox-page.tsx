import { Alert } from 'antd';
import { useState } from 'react';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { MorePages } from '../states/more-pages.tsx';
import { Statement } from '../states/statement.tsx';
import { deadlines } from '../text/deadlines.ts';
import { useLanguage } from '../text/language.tsx';
import { useWorkbenchText } from '../workbench/use-workbench-text.ts';
import { DeadlineTable } from './deadline-table.tsx';
import { deadlineSources } from './deadline-sources.ts';
import { PurposeForm } from './purpose-form.tsx';
import { type AskedSource, type DeadlinesRead, useDeadlines } from './use-deadlines.ts';
import './inbox.css';

const Section = ({ id, title, read, empty }: { id: string; title: string; read: DeadlinesRead; empty?: string }) => (
  <section className="panel" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {read.rows.length === 0 ? <p className="panel-note">{empty}</p> : <DeadlineTable rows={read.rows} labelledBy={id} />}
    <MorePages {...read} />
  </section>
);

const Deadlines = ({ sources }: { sources: readonly AskedSource[] }) => {
  const words = deadlines[useLanguage().lang];
  const { services } = useWorkbenchText();
  // What is late is so at one moment for the whole page, or a deadline could stand in both lists or in none.
  const [now] = useState(() => new Date().toISOString());
  const late = useDeadlines(sources, { before: now });
  const upcoming = useDeadlines(sources, { from: now });
  return (
    <Answered answer={late.first}>
      {({ unread }) => (
        <Answered answer={upcoming.first}>
          {() => (
            <div className="inbox">
              {unread.map((context) => (
                <Alert
                  key={context}
                  role="alert"
                  type="warning"
                  showIcon
                  title={words.unread(services[context as keyof typeof services])}
                />
              ))}
              {late.rows.length + upcoming.rows.length === 0 ? (
                <Statement title={words.none} explanation={words.noneRemedy} />
              ) : (
                <>
                  <Section id="late" title={words.overdue} read={late} empty={words.noOverdue} />
                  {upcoming.rows.length > 0 && <Section id="upcoming" title={words.upcoming} read={upcoming} />}
                </>
              )}
            </div>
          )}
        </Answered>
      )}
    </Answered>
  );
};

/** What falls due of all that the reader may read, of every service; what is late stands apart. */
export default function InboxPage() {
  const { text, lang } = useLanguage();
  const { services } = useWorkbenchText();
  const [purposes, setPurposes] = useState<Readonly<Record<string, string>>>({});
  const asked = deadlineSources.flatMap(({ context, isPersonal }): AskedSource[] => {
    const purpose = purposes[context];
    if (!isPersonal) return [{ context }];
    return purpose === undefined ? [] : [{ context, purpose }];
  });
  const unasked = deadlineSources.filter(({ context, isPersonal }) => isPersonal && purposes[context] === undefined);
  return (
    <Page title={text.app.inbox} lead={deadlines[lang].lead}>
      <Deadlines sources={asked} />
      {unasked.map(({ context }) => (
        <PurposeForm
          key={context}
          service={services[context]}
          onSaid={(purpose) => setPurposes((before) => ({ ...before, [context]: purpose }))}
        />
      ))}
    </Page>
  );
}
