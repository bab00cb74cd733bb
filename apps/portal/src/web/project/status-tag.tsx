import type { ProjectStatus } from '../api/project.ts';
import { useLanguage } from '../text/language.tsx';
import './status-tag.css';

/** Where a project stands in its life; the word says it, the mark only helps. */
export const StatusTag = ({ status }: { status: ProjectStatus }) => {
  const { text } = useLanguage();
  return <span className={`status-tag status-${status}`}>{text.statuses[status]}</span>;
};
