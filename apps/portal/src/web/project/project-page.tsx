import { useParams } from 'react-router';
import { projectAddress, projectHistoryAddress } from '../api/addresses.ts';
import type { Project } from '../api/project.ts';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { ParticipantTable } from './participant-table.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { StatusTag } from './status-tag.tsx';
import { WarningNotice } from './warning-notice.tsx';
import './project.css';

/** One project: what was registered, who takes part, how it stands, and every step so far. */
export default function ProjectPage() {
  const { id = '' } = useParams();
  const answer = useAnswer(id, (api, signal) => api.read<Project>(projectAddress(id), signal));
  return (
    <Answered answer={answer} isPage>
      {(project) => (
        <Page
          title={project.title}
          lead={
            <>
              {[project.number, project.acronym].filter(Boolean).join(' · ')} · <StatusTag status={project.status} />
            </>
          }
        >
          <div className="project">
            {project.warning && <WarningNotice warning={project.warning} />}
            <Facts project={project} />
            <ParticipantTable project={project} />
            <PlanPanel project={project} />
            <History key={project.version} addressAfter={(cursor) => projectHistoryAddress(project.id, cursor)} />
          </div>
        </Page>
      )}
    </Answered>
  );
}
