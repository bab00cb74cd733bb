import { Link } from 'react-router';
import { areasAddress, callsAddress } from '../api/addresses.ts';
import type { AreaStand, CallOfPanels } from '../api/panel.ts';
import type { Page as PageOf } from '../api/events.ts';
import { Page } from '../layout/page.tsx';
import { useSessionState } from '../session/session-context.tsx';
import { Answered } from '../states/answered.tsx';
import { MorePages } from '../states/more-pages.tsx';
import { PageSkeleton } from '../states/page-skeleton.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { usePages } from '../states/use-pages.ts';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import '../style/table.css';
import { panelLink } from './panel-link.ts';

const AreaTable = ({ call, areas }: { call: string; areas: readonly AreaStand[] }) => {
  const words = useReviewingText().panels;
  const format = useFormat();
  return (
    <table className="plain-table stacked-table area-table">
      <thead>
        <tr>
          <th scope="col">{words.area}</th>
          {(['quota', 'places', 'eligible', 'awaited'] as const).map((name) => (
            <th key={name} scope="col" className="number">
              {words[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {areas.map(({ code, title, quota, places, eligible, awaited }) => (
          <tr key={code}>
            <th scope="row">
              <Link to={panelLink(call, code)}>{title}</Link>
            </th>
            <td className="number cell-inline" data-label={words.quota}>
              {format.count(quota)}
            </td>
            <td className="number cell-inline" data-label={words.places}>
              {format.count(places)}
            </td>
            <td className="number cell-inline" data-label={words.eligible}>
              {format.count(eligible)}
            </td>
            <td className={awaited > 0 ? 'number cell-inline area-awaited' : 'number cell-inline'} data-label={words.awaited}>
              {awaited > 0 ? format.count(awaited) : words.noneAwaited}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const CallSection = ({ call }: { call: CallOfPanels }) => {
  const words = useReviewingText();
  const format = useFormat();
  const address = areasAddress(call.id);
  const answer = useAnswer(address, (api, signal) => api.read<PageOf<AreaStand>>(address, signal));
  return (
    <section className="panel call-section" aria-labelledby={`call-${call.id}`}>
      <h2 id={`call-${call.id}`}>{call.title}</h2>
      <p className="panel-note">
        {words.panel.lead(call.number)} ·{' '}
        {call.status === 'closed' ? (
          words.panels.closed
        ) : (
          <>
            {words.panels.open} · <time dateTime={call.closesAt}>{words.panels.closesAt(format.instant(call.closesAt))}</time>
          </>
        )}
      </p>
      <Answered answer={answer} skeleton={<PageSkeleton rows={2} />}>
        {({ items }) => <AreaTable call={call.id} areas={items} />}
      </Answered>
    </section>
  );
};

const Calls = ({ agency }: { agency: string }) => {
  const words = useReviewingText().panels;
  const { first, items, ...rest } = usePages<CallOfPanels>((after) => callsAddress(agency, after));
  return (
    <Answered answer={first}>
      {() =>
        items.length === 0 ? (
          <Statement title={words.none} explanation={words.noneRemedy} />
        ) : (
          <div className="calls">
            {items.map((call) => (
              <CallSection key={call.id} call={call} />
            ))}
            <MorePages {...rest} />
          </div>
        )
      }
    </Answered>
  );
};

/** The calls of the reader's agency, the one that closes last first, with how far the panel of each area is. */
export const CallsPage = () => {
  const words = useReviewingText().panels;
  const state = useSessionState();
  const agency = state.status === 'signed-in' ? state.person.agency : undefined;
  return (
    <Page title={words.title} lead={words.lead}>
      {agency === undefined ? <Statement title={words.noAgency} explanation={words.noAgencyRemedy} /> : <Calls agency={agency} />}
    </Page>
  );
};
