import type { Project } from '../api/project.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { totalAmount } from './project-facts.ts';

/** What was registered of the project; what is not known is not listed. */
export const Facts = ({ project }: { project: Project }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const words = text.project;
  const total = totalAmount(project);
  const term = [project.startsOn, project.endsOn].map((date) => (date ? format.date(date) : '…'));
  const facts: [string, string | undefined][] = [
    [words.total, total && format.money(total)],
    [words.signedOn, format.date(project.signedOn)],
    [words.period, project.startsOn || project.endsOn ? term.join(' – ') : undefined],
    [words.registrar, project.registrar],
    [words.programme, project.programme],
    [words.field, project.field],
    [words.call, project.call],
    [words.suspended, project.status === 'suspended' ? project.suspension?.reason : undefined],
    [words.exited, project.exit?.reason],
    [words.version, format.count(project.version)],
  ];
  return (
    <section className="panel" aria-labelledby="facts-title">
      <h2 id="facts-title">{words.facts}</h2>
      <dl className="facts">
        {facts.map(
          ([term, description]) =>
            description !== undefined && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{description}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
};
