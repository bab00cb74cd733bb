import { Link } from 'react-router';
import type { Project } from '../api/project.ts';
import { StatusTag } from '../project/status-tag.tsx';
import { regionsOf, totalAmount } from '../project/project-facts.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';

const ProjectRow = ({ project }: { project: Project }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const total = totalAmount(project);
  return (
    <tr>
      <td>
        <Link className="project-title" to={`/projects/${encodeURIComponent(project.id)}`}>
          {project.title}
        </Link>
        <span className="panel-note">{[project.number, project.acronym].filter(Boolean).join(' · ')}</span>
      </td>
      <td className="cell-inline">
        <StatusTag status={project.status} />
      </td>
      <td className="cell-inline">
        <time dateTime={project.signedOn}>{format.date(project.signedOn)}</time>
      </td>
      <td>
        {format.list(regionsOf(project).map(format.region)) || text.figure.unknownRegion}
        <span className="panel-note">{text.projects.participants(format.count(project.participants.length))}</span>
      </td>
      <td className="number">{total && format.money(total)}</td>
    </tr>
  );
};

/** Projects as rows; on a phone each becomes a card. */
export const ProjectTable = ({ projects }: { projects: readonly Project[] }) => {
  const { text } = useLanguage();
  const { columns } = text.projects;
  return (
    <table className="plain-table stacked-table project-table">
      <thead>
        <tr>
          <th scope="col">{columns.project}</th>
          <th scope="col">{columns.status}</th>
          <th scope="col">{columns.signedOn}</th>
          <th scope="col">{columns.regions}</th>
          <th scope="col" className="number">
            {columns.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <ProjectRow key={project.id} project={project} />
        ))}
      </tbody>
    </table>
  );
};
