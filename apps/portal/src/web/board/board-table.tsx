import { runningLight } from '@xietong/contracts-projects/light';
import { Link } from 'react-router';
import type { Project } from '../api/project.ts';
import { nextMilestoneOf } from '../project/next-milestone.ts';
import { findLatestReport } from '../project/standing.ts';
import { StatusTag } from '../project/status-tag.tsx';
import { board } from '../text/board.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { dayIn, zoneOf } from '../workbench/document/due.ts';
import { nextActOf } from './course.ts';
import { LightTag } from './light-tag.tsx';

const Lag = ({ project }: { project: Project }) => {
  const words = board[useLanguage().lang];
  const format = useFormat();
  const report = findLatestReport(project);
  if (report === undefined) return <span className="panel-note">{words.noReport}</span>;
  const basisPoints = report.plannedBasisPoints - report.actualBasisPoints;
  const share = format.share(Math.abs(basisPoints), 10_000);
  if (basisPoints === 0) return words.even;
  return basisPoints > 0 ? <strong>{words.lag(share)}</strong> : words.ahead(share);
};

const NextMilestone = ({ project }: { project: Project }) => {
  const words = board[useLanguage().lang];
  const format = useFormat();
  const next = nextMilestoneOf(project);
  if (next === undefined) return <span className="panel-note">{words.allReached}</span>;
  const isLate = next.due < dayIn(Date.now(), zoneOf({ registrar: project.registrar }) ?? 'UTC');
  return (
    <>
      {next.title}
      <span className="panel-note">
        <time dateTime={next.due}>{format.date(next.due)}</time>
        {isLate && <strong className="board-late"> {words.marks.late}</strong>}
      </span>
    </>
  );
};

/** What a project is called, its number and where its lead is, with the way to it. */
export const ProjectName = ({ project }: { project: Project }) => {
  const format = useFormat();
  const region = project.participants.find(({ role }) => role === 'lead')?.organisation.region;
  return (
    <>
      <Link className="project-title" to={`/projects/${encodeURIComponent(project.id)}`}>
        {project.title}
      </Link>
      <span className="panel-note">{[project.number, project.field, region && format.region(region)].filter(Boolean).join(' · ')}</span>
    </>
  );
};

const BoardRow = ({ project }: { project: Project }) => {
  const words = board[useLanguage().lang];
  const { by, act } = nextActOf(project);
  return (
    <tr>
      <td>
        <ProjectName project={project} />
      </td>
      <td className="cell-inline">
        <LightTag light={runningLight(project)} />
        {project.status === 'suspended' && (
          <span className="panel-note">
            <StatusTag status="suspended" />
          </span>
        )}
      </td>
      <td className="number cell-inline">
        <Lag project={project} />
      </td>
      <td data-label={words.columns.next}>
        <NextMilestone project={project} />
      </td>
      <td data-label={words.columns.act}>
        {words.by[by]}
        <span className="panel-note">{words.acts[act]}</span>
      </td>
    </tr>
  );
};

/** Running projects as rows; on a phone each becomes a card. */
export const BoardTable = ({ projects }: { projects: readonly Project[] }) => {
  const { columns } = board[useLanguage().lang];
  return (
    <table className="plain-table stacked-table board-table">
      <thead>
        <tr>
          <th scope="col">{columns.project}</th>
          <th scope="col">{columns.light}</th>
          <th scope="col" className="number">
            {columns.lag}
          </th>
          <th scope="col">{columns.next}</th>
          <th scope="col">{columns.act}</th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <BoardRow key={project.id} project={project} />
        ))}
      </tbody>
    </table>
  );
};
