import { Link } from 'react-router';
import type { Panel, Ranking } from '../api/panel.ts';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { documentLink } from '../workbench/links.ts';

/** What a panel has decided so far, the newest first, with the totals that it went by. */
export const Decisions = ({ panel, ranking }: { panel: Panel | undefined; ranking: Ranking }) => {
  const words = useReviewingText().panel;
  const format = useFormat();
  const titles = new Map(ranking.items.map(({ application, title }) => [application, title]));
  const decisions = [...(panel?.decisions ?? []).entries()].toReversed();
  return (
    <section className="panel decisions" aria-labelledby="decisions-title">
      <h2 id="decisions-title">{words.decisions}</h2>
      {decisions.length === 0 && <p className="panel-note">{words.noDecisions}</p>}
      {decisions.map(([place, { applications, reasons }]) => (
        <section key={place} aria-labelledby={`decision-${place}`}>
          <h3 id={`decision-${place}`}>{words.decision(format.count(place + 1))}</h3>
          {reasons !== undefined && <p>{words.decidedReasons(reasons)}</p>}
          <ul>
            {applications.map(({ application, totals }) => (
              <li key={application}>
                <Link to={documentLink({ context: 'projects', collection: 'applications' }, application)}>
                  {titles.get(application) ?? application}
                </Link>{' '}
                <span className="panel-note">{words.totals(totals.map(format.points).join(' · '))}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
};
