import type { Project } from '../api/project.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { inListOrder } from './project-facts.ts';

/** Who takes part, from where, and what each is granted. */
export const ParticipantTable = ({ project }: { project: Project }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const words = text.project;
  return (
    <section className="panel" aria-labelledby="participants-title">
      <h2 id="participants-title">{words.participants}</h2>
      <table className="plain-table stacked-table participants">
        <thead>
          <tr>
            <th scope="col">{words.organisation}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.region}</th>
            <th scope="col" className="number">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {inListOrder(project).map(({ no, organisation, role, amount }) => (
            <tr key={no}>
              <td>
                {organisation.name}
                <span className="panel-note">{organisation.id ?? words.unidentified}</span>
              </td>
              <td className="cell-inline">{words.roles[role]}</td>
              <td className="cell-inline">{organisation.region ? format.region(organisation.region) : text.figure.unknownRegion}</td>
              <td className="number cell-inline">{format.money(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
