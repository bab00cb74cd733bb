import { Link, useNavigate } from 'react-router';
import type { Figure } from '../api/figures.ts';
import { LazyChart } from '../charts/lazy-chart.tsx';
import { toTimeLineOption } from '../charts/time-line-option.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { toYearsOfSigning, type YearOfSigning } from './years-of-signing.ts';
import { useFigureLink } from './use-figure-link.ts';

const YearTable = ({ years, linkTo }: { years: readonly YearOfSigning[]; linkTo: (events: string) => string }) => {
  const { text } = useLanguage();
  const format = useFormat();
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{text.overview.year}</th>
          <th scope="col" className="number">
            {text.overview.crossRegion}
          </th>
          <th scope="col" className="number">
            {text.overview.withinRegion}
          </th>
          <th scope="col" className="number">
            {text.overview.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, crossRegion, withinRegion, events }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td className="number">{format.count(crossRegion)}</td>
            <td className="number">{format.count(withinRegion)}</td>
            <td className="number">
              {events === undefined ? format.count(0) : <Link to={linkTo(events)}>{format.count(crossRegion + withinRegion)}</Link>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Projects by year of signing, as bars and as numbers. */
export const TimeLine = ({ projects, crossRegion }: { projects: Figure; crossRegion: Figure }) => {
  const { text } = useLanguage();
  const navigate = useNavigate();
  const linkToFigure = useFigureLink();
  const linkTo = (events: string) => linkToFigure('projects', ['year'], events);
  const years = toYearsOfSigning(projects.rows, crossRegion.rows);
  const [first, last] = [String(years[0]?.year), String(years.at(-1)?.year)];
  return (
    <section className="panel time-line" aria-labelledby="time-line-title">
      <div className="panel-header">
        <div>
          <h2 id="time-line-title">{text.overview.timeline}</h2>
          <p className="panel-note">{text.overview.timelineNote}</p>
        </div>
      </div>
      <LazyChart
        className="time-line-chart"
        option={toTimeLineOption(years, text.overview)}
        label={text.overview.timelineLabel(first, last)}
        onSelect={(index) => {
          const events = years[index]?.events;
          if (events !== undefined) void navigate(linkTo(events));
        }}
      />
      <details>
        <summary>{text.overview.dataTable}</summary>
        <YearTable years={years} linkTo={linkTo} />
      </details>
    </section>
  );
};
