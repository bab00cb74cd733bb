import type { Project } from '../api/project.ts';

/** Who is to act on a project, and on what: words of the board. */
export interface NextAct {
  readonly by: 'participants' | 'lead' | 'third-party' | 'agency';
  readonly act: 'answer-warning' | 'decide-warning' | 'decide-stop' | 'correct' | 'judge' | 'supplement' | 'resume' | 'report';
}

/** What presses most. A warning goes before all else: its answer is due within hours. */
export const nextActOf = ({ status, warning, midway, acceptance }: Project): NextAct => {
  if (warning?.status === 'escalated') return { by: 'agency', act: 'decide-warning' };
  if (warning?.status === 'open') return { by: 'participants', act: 'answer-warning' };
  const isOpen = midway !== undefined && midway.status !== 'settled';
  if (isOpen && midway.verdict.kind === 'to-be-corrected') return { by: 'participants', act: 'correct' };
  if (status === 'suspended') return { by: 'agency', act: 'resume' };
  if (isOpen && midway.verdict.kind === 'to-be-stopped') return { by: 'agency', act: 'decide-stop' };
  if (acceptance?.status === 'requested') return { by: 'third-party', act: 'judge' };
  if (acceptance?.status === 'rejected') return { by: 'lead', act: 'supplement' };
  return { by: 'lead', act: 'report' };
};
