import { Alert } from 'antd';
import type { Problem } from '../api/api-problem.ts';
import { toFailureText } from './failure-text.ts';
import { useLanguage } from '../text/language.tsx';

/** Why a decision was refused, field by field, and what to do. */
export const RefusalNotice = ({ problem }: { problem: Problem }) => {
  const { text } = useLanguage();
  const { title, remedy } = toFailureText(problem, text);
  const fields = problem.errors?.map(({ field }) => field).join(', ');
  return <Alert role="alert" type="error" showIcon title={title} description={fields ? `${remedy} (${fields})` : remedy} />;
};
