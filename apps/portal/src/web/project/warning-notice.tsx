import { Alert } from 'antd';
import type { Warning } from '../api/project.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';

/** That the project lags its plan, until when an answer is awaited, or what the answer was. */
export const WarningNotice = ({ warning }: { warning: Warning }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const words = text.project;
  const { status, answer } = warning;
  const percent = (basisPoints: number) => format.share(basisPoints, 10_000);
  return (
    <Alert
      type={status === 'answered' ? 'info' : 'warning'}
      showIcon
      title={`${words.warning} · ${words.warningStatuses[status]}`}
      description={
        <>
          <p>{words.warningStanding(format.date(warning.on), percent(warning.actualBasisPoints), percent(warning.plannedBasisPoints))}</p>
          {answer === undefined && <p>{words.warningAnswerBy(format.instant(warning.answerBy))}</p>}
          {answer && (
            <p>
              {words.warningCause}: {answer.cause} {words.warningMeasures}: {answer.measures} {answer.late && words.warningLate}
            </p>
          )}
        </>
      }
    />
  );
};
