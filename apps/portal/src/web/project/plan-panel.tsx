import type { ProgressReport } from '@xietong/contracts-projects';
import type { Project } from '../api/project.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { findLatestReport, lagOf, type MilestoneLine, toMilestoneLines } from './standing.ts';

const Standing = ({ report }: { report: ProgressReport }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const [actual, planned] = [report.actualBasisPoints, report.plannedBasisPoints];
  const percent = (basisPoints: number) => format.share(basisPoints, 10_000);
  const lag = lagOf(report);
  return (
    <div className="standing">
      <div className="standing-bar" role="img" aria-label={text.project.progressLabel(percent(actual), percent(planned))}>
        <div className={lag > 0 ? 'standing-done standing-lagging' : 'standing-done'} style={{ width: `${actual / 100}%` }} />
        <div className="standing-planned" style={{ insetInlineStart: `${planned / 100}%` }} />
      </div>
      <p>
        {text.project.reported} {percent(actual)} · {text.project.planned} {percent(planned)} ·{' '}
        <strong>{lag > 0 ? text.project.behind(format.share(lag, 1)) : text.project.onPlan}</strong>
        <span className="panel-note"> {text.project.reportedOn(format.date(report.on))}</span>
      </p>
    </div>
  );
};

const MilestoneRow = ({ milestone }: { milestone: MilestoneLine }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const { title, due, weightPercent, donePercent } = milestone;
  return (
    <tr>
      <td>{title}</td>
      <td className="cell-inline" data-label={text.project.due}>
        <time dateTime={due}>{format.date(due)}</time>
      </td>
      <td className="number cell-inline" data-label={text.project.weight}>
        {weightPercent}%
      </td>
      <td className="number cell-inline" data-label={text.project.reported}>
        {donePercent === undefined ? <span aria-label={text.project.noReport}>–</span> : `${donePercent}%`}
      </td>
    </tr>
  );
};

/** The plan's milestones, and how the project stands against them. */
export const PlanPanel = ({ project }: { project: Project }) => {
  const { text } = useLanguage();
  const words = text.project;
  const milestones = toMilestoneLines(project);
  const report = findLatestReport(project);
  return (
    <section className="panel" aria-labelledby="plan-title">
      <h2 id="plan-title">{words.plan}</h2>
      {milestones.length === 0 ? (
        <p className="panel-note">
          {words.noPlan} {words.noPlanRemedy}
        </p>
      ) : (
        <>
          {report ? <Standing report={report} /> : <p className="panel-note">{words.noReport}</p>}
          <table className="plain-table stacked-table">
            <thead>
              <tr>
                <th scope="col">{words.milestone}</th>
                <th scope="col">{words.due}</th>
                <th scope="col" className="number">
                  {words.weight}
                </th>
                <th scope="col" className="number">
                  {words.reported}
                </th>
              </tr>
            </thead>
            <tbody>
              {milestones.map((milestone) => (
                <MilestoneRow key={milestone.no} milestone={milestone} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
};
