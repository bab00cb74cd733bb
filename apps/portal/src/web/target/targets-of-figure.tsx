import { Link } from 'react-router';
import { targetProgressAddress } from '../api/addresses.ts';
import type { Targets } from '../api/targets.ts';
import { Failure } from '../states/failure.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { documentOfTarget } from './target-link.ts';
import { TargetLine } from './target-line.tsx';
import { StandingTag, TargetWords } from './target-words.tsx';
import { useTargetValue } from './use-target-value.ts';
import './target.css';

/** The targets that a figure is measured against; nothing where the agency has set none. */
export const TargetsOfFigure = ({ metric }: { metric: string }) => {
  const { text } = useLanguage();
  const valueOf = useTargetValue();
  const answer = useAnswer(`targets of ${metric}`, (api, signal) => api.read<Targets>(targetProgressAddress(metric), signal));
  if (answer.status === 'failed') return <Failure problem={answer.problem} retry={answer.retry} />;
  if (answer.status === 'loading' || answer.value.items.length === 0) return null;
  return (
    <section className="panel targets-of-figure" aria-labelledby="targets-title">
      <div className="panel-header">
        <h2 id="targets-title">{text.targets.title}</h2>
        <Link to="/targets">{text.targets.all}</Link>
      </div>
      <ul>
        {answer.value.items.map((target) => (
          <li key={target.target}>
            <p className="target-heading">
              <Link to={documentOfTarget(target)}>{target.title}</Link> <StandingTag standing={target.standing} />
              <span className="panel-note">{valueOf(target)}</span>
            </p>
            <TargetLine target={target} />
            <TargetWords target={target} />
          </li>
        ))}
      </ul>
    </section>
  );
};
