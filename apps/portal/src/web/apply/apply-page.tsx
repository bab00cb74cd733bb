import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { collectionAddress, documentsAddress } from '../api/addresses.ts';
import type { Page as PageOf } from '../api/events.ts';
import { Page } from '../layout/page.tsx';
import { Pager } from '../projects/pager.tsx';
import { usePageTurning } from '../projects/use-page-turning.ts';
import { Answered } from '../states/answered.tsx';
import { RefusalNotice } from '../states/refusal-notice.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useFormat } from '../text/use-format.ts';
import { useGiving } from '../workbench/form/use-giving.ts';
import type { Document } from '../workbench/list/csv.ts';
import { isOpen, type OpenCall, openCallsAddress } from './open-call.ts';
import { projectsCollection, writingLink } from './places.ts';
import { useApplyText } from './use-apply-text.ts';
import './apply.css';

const applications = projectsCollection('applications');
const ownMax = 100;
const ownAddress = documentsAddress(applications, { status: 'draft,returned', sort: '-updatedAt', limit: ownMax });

const CallEntry = ({ call }: { call: OpenCall }) => {
  const words = useApplyText();
  const format = useFormat();
  const navigate = useNavigate();
  const { isSending, problem, give } = useGiving(collectionAddress(applications), undefined, ({ id }) => void navigate(writingLink(id)));
  const takes = isOpen(call, Date.now());
  return (
    <li className="panel apply-entry">
      <div>
        <h3>{call.title}</h3>
        <p className="panel-note">
          {takes ? words.openUntil(format.instant(call.closesAt)) : words.notOpenYet(format.instant(call.opensAt))}
        </p>
        <p className="panel-note">{format.list(call.areas.map(({ title }) => title))}</p>
        {problem && <RefusalNotice problem={problem} />}
      </div>
      <Button type="primary" disabled={!takes} loading={isSending} onClick={() => give({ call: call.id, content: {} })}>
        {words.begin}
      </Button>
    </li>
  );
};

const OwnApplications = () => {
  const words = useApplyText();
  const format = useFormat();
  const answer = useAnswer(ownAddress, (api, signal) => api.read<PageOf<Document & { content: { title?: string } }>>(ownAddress, signal));
  return (
    <Answered answer={answer}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="panel-note">{words.noOwn}</p>
        ) : (
          <ul className="apply-list">
            {items.map(({ id, content, updatedAt }) => (
              <li key={id} className="panel apply-entry">
                <div>
                  <h3>{content.title ?? words.untitled}</h3>
                  <p className="panel-note">{words.changedAt(format.instant(updatedAt))}</p>
                </div>
                <Link className="apply-go-on" to={writingLink(id)}>
                  {words.goOn}
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
};

/** Where an organisation applies: what it has begun, and the calls that are open. */
export default function ApplyPage() {
  const words = useApplyText();
  const { cursor, pagerFor } = usePageTurning();
  const address = openCallsAddress(cursor);
  const answer = useAnswer(address, (api, signal) => api.read<PageOf<OpenCall>>(address, signal));
  return (
    <Page title={words.title} lead={words.lead}>
      <section aria-labelledby="own-title" className="apply-section">
        <h2 id="own-title">{words.own}</h2>
        <OwnApplications />
      </section>
      <section aria-labelledby="calls-title" className="apply-section">
        <h2 id="calls-title">{words.calls}</h2>
        <Answered answer={answer}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Statement title={words.noCalls} explanation={words.callsRemedy} />
            ) : (
              <>
                <ul className="apply-list">
                  {items.map((call) => (
                    <CallEntry key={call.id} call={call} />
                  ))}
                </ul>
                <Pager {...pagerFor(next)} />
              </>
            )
          }
        </Answered>
      </section>
    </Page>
  );
}
