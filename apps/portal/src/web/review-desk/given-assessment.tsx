import type { Assessment, Axis } from '@xietong/contracts-projects';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';

/** The score as it was given. */
export const GivenAssessment = ({ assessment, axes }: { assessment: Assessment; axes: readonly Axis[] }) => {
  const words = useReviewingText().form;
  const format = useFormat();
  return (
    <>
      <div className="score-total">
        <p>
          {words.total} <strong>{words.totalOf(format.points(assessment.total))}</strong>
        </p>
      </div>
      <dl className="judged-facts">
        {assessment.scores.map(({ axis, points }) => (
          <div key={axis}>
            <dt>{axes.find(({ code }) => code === axis)?.title ?? axis}</dt>
            <dd>{format.count(points)}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.comment}</h3>
      <p className="judged-text">{assessment.comment}</p>
    </>
  );
};
