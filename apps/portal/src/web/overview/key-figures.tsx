import { Link } from 'react-router';
import type { Figure } from '../api/figures.ts';
import { dimensionOf } from '../api/figures.ts';
import { findCurrency } from '../format/format.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { unknownRegion } from '../url/figure-filters.ts';
import { type Overview, totalOf } from './overview.ts';
import { useFigureLink } from './use-figure-link.ts';

const knownRegions = ({ rows }: Figure) => rows.filter((row) => dimensionOf(row, 'region') !== unknownRegion).length;

const KeyFigure = ({ label, value, note, to }: { label: string; value: string; note: string; to: string }) => (
  <div className="key-figure">
    <dt>{label}</dt>
    <dd>
      <Link className="key-figure-value" to={to}>
        {value}
      </Link>
      <span className="key-figure-note">{note}</span>
    </dd>
  </div>
);

/** The four numbers to begin with; each leads to its definition and its rows. */
export const KeyFigures = ({ overview }: { overview: Overview }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const linkTo = useFigureLink();
  const [projects, participations, granted, cross] = [
    overview.projects,
    overview.participations,
    overview.grantedAmount,
    overview.crossRegion,
  ].map(totalOf) as [number, number, number, number];
  const currency = findCurrency(overview.grantedAmount.unit);
  const money = currency && { amount: granted, currency };

  return (
    <section className="panel key-figures" aria-label={text.overview.keyFigures}>
      <dl>
        <KeyFigure
          label={text.overview.projects}
          value={format.count(projects)}
          note={text.overview.regionsAtWork(format.count(knownRegions(overview.byRegion)))}
          to={linkTo('projects', ['region'])}
        />
        <KeyFigure
          label={text.overview.participations}
          value={format.count(participations)}
          note={text.overview.perProject(format.mean(participations, projects))}
          to={linkTo('participations', ['region'])}
        />
        <KeyFigure
          label={text.overview.grantedAmount}
          value={money ? format.moneyRoughly(money) : format.count(granted)}
          note={money ? format.money(money) : ''}
          to={linkTo('granted-amount', ['region'])}
        />
        <KeyFigure
          label={text.overview.crossRegionShare}
          value={format.share(cross, projects)}
          note={text.overview.crossRegionOf(format.count(cross), format.count(projects))}
          to={linkTo('cross-region-projects', ['region'])}
        />
      </dl>
    </section>
  );
};
