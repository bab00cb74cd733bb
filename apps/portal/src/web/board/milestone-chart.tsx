import { runningLight } from '@xietong/contracts-projects/light';
import { addDays, type LocalDate } from '@xietong/domain';
import type { Project } from '../api/project.ts';
import { board } from '../text/board.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { dayIn, zoneOf } from '../workbench/document/due.ts';
import { ProjectName } from './board-table.tsx';
import { LightTag } from './light-tag.tsx';
import { type MilestoneMark, milestoneMarksOf, placeIn, spanOf, ticksOf, type TimeSpan } from './milestone-marks.ts';

// Drawn in percent of the width, so that a line needs no measuring and a mark keeps its shape however wide the page is.
const at = (span: TimeSpan, day: string): string => `${placeIn(span, day)}%`;
const lineHeight = 32;
const middle = lineHeight / 2;
const shapes = { planned: 'M0-6 6 0 0 6-6 0z', reached: 'M0-6 6 0 0 6-6 0z', late: 'M0-6 6 5-6 5z' };

const Mark = ({ state, x }: { state: MilestoneMark['state']; x: string }) => (
  <svg x={x} y={middle} className="mark-place">
    <path className={`milestone milestone-${state}`} d={shapes[state]} />
  </svg>
);

const Line = ({ marks, span, today }: { marks: readonly MilestoneMark[]; span: TimeSpan; today: string }) => (
  <svg className="time-line" width="100%" height={lineHeight} aria-hidden="true">
    {ticksOf(span).map((tick) => (
      <line key={tick} className="time-tick" x1={at(span, tick)} x2={at(span, tick)} y1="0" y2={lineHeight} />
    ))}
    {marks.length > 0 && (
      <line className="time-plan" x1={at(span, marks[0]?.due ?? today)} x2={at(span, marks.at(-1)?.due ?? today)} y1={middle} y2={middle} />
    )}
    <line className="time-today" x1={at(span, today)} x2={at(span, today)} y1="0" y2={lineHeight} />
    {marks.map(({ no, due, state, reachedOn }) => (
      <g key={no}>
        {reachedOn !== undefined && reachedOn !== due && (
          <line className="time-shift" x1={at(span, due)} x2={at(span, reachedOn)} y1={middle} y2={middle} />
        )}
        {reachedOn !== undefined && <Mark state="planned" x={at(span, due)} />}
        <Mark state={state} x={at(span, reachedOn ?? due)} />
      </g>
    ))}
  </svg>
);

const useMonth = () => {
  const { lang } = useLanguage();
  const month = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { year: 'numeric', month: 'short', timeZone: 'UTC' });
  return (day: string): string => month.format(new Date(day));
};

const Scale = ({ span, today }: { span: TimeSpan; today: string }) => {
  const words = board[useLanguage().lang];
  const month = useMonth();
  return (
    <svg className="time-scale" width="100%" height="36" aria-hidden="true">
      {ticksOf(span).map((tick) => (
        <text key={tick} x={at(span, tick)} y="30">
          {month(tick)}
        </text>
      ))}
      <text className="time-today-label" x={at(span, today)} y="12" textAnchor={placeIn(span, today) > 85 ? 'end' : 'start'}>
        {words.marks.today}
      </text>
    </svg>
  );
};

const Legend = ({ span }: { span: TimeSpan }) => {
  const words = board[useLanguage().lang];
  const month = useMonth();
  return (
    <ul className="chart-legend" aria-label={words.legend}>
      {(['planned', 'reached', 'late'] as const).map((state) => (
        <li key={state}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <path className={`milestone milestone-${state}`} d={shapes[state]} />
          </svg>
          {words.marks[state]}
        </li>
      ))}
      <li>
        <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
          <line className="time-today" x1="0" x2="0" y1="-8" y2="8" />
        </svg>
        {words.marks.today}
      </li>
      <li>{words.span(month(span.from), month(addDays(span.to as LocalDate, -1)))}</li>
    </ul>
  );
};

// What the drawing shows, for whoever does not see it.
const MarksInWords = ({ marks }: { marks: readonly MilestoneMark[] }) => {
  const { markOf } = board[useLanguage().lang];
  const format = useFormat();
  const told = ({ state, title, due, reachedOn }: MilestoneMark) =>
    state === 'reached' ? markOf.reached(title, format.date(due), format.date(reachedOn ?? due)) : markOf[state](title, format.date(due));
  return (
    <ul className="visually-hidden">
      {marks.map((mark) => (
        <li key={mark.no}>{told(mark)}</li>
      ))}
    </ul>
  );
};

/** The milestones of running projects over time, planned and reached: a table, whose one column is drawn. */
export const MilestoneChart = ({ projects }: { projects: readonly Project[] }) => {
  const { columns } = board[useLanguage().lang];
  const today = dayIn(Date.now(), zoneOf({ registrar: projects[0]?.registrar }) ?? 'UTC');
  const drawn = projects.map((project) => ({ project, marks: milestoneMarksOf(project, today) }));
  const days = drawn.flatMap(({ marks }) => marks.flatMap(({ due, reachedOn }) => [due, reachedOn ?? due]));
  const span = spanOf(days, today);
  return (
    <>
      <Legend span={span} />
      <table className="plain-table stacked-table milestone-chart">
        <thead>
          <tr>
            <th scope="col">{columns.project}</th>
            <th scope="col">
              <span className="visually-hidden">{columns.milestones}</span>
              <Scale span={span} today={today} />
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.map(({ project, marks }) => (
            <tr key={project.id}>
              <td>
                <ProjectName project={project} />
                <LightTag light={runningLight(project)} />
              </td>
              <td>
                <MarksInWords marks={marks} />
                <Line marks={marks} span={span} today={today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
