import type { TargetProgress } from '../api/targets.ts';
import { scaleOf } from './target-scale.ts';

/** The value of now as a bar, with a mark at what is due today and one at the target. The words beside it say the same. */
export const TargetLine = ({ target }: { target: TargetProgress }) => {
  const { actual, expected, value } = scaleOf(target);
  return (
    <svg className={`target-line target-line-${target.standing}`} viewBox="0 0 1004 40" preserveAspectRatio="none" aria-hidden="true">
      <rect className="target-line-track" x="0" y="12" width="1000" height="16" />
      <rect className="target-line-actual" x="0" y="12" width={actual} height="16" />
      <rect className="target-line-due" x={expected} y="4" width="4" height="32" />
      <rect className="target-line-value" x={value} y="0" width="4" height="40" />
    </svg>
  );
};
