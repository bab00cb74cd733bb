import { useFormat } from '../text/use-format.ts';
import type { Step, StepName } from './steps.ts';
import { useApplyText } from './use-apply-text.ts';

interface StepsNavProps {
  readonly steps: readonly Step[];
  readonly present: StepName;
  readonly stateOf: (step: Step) => 'faulty' | 'done' | 'open';
  readonly onGo: (name: StepName) => void;
}

/** The steps of the form, each a button that leads to it, with what is known of it. */
export const StepsNav = ({ steps, present, stateOf, onGo }: StepsNavProps) => {
  const words = useApplyText();
  const format = useFormat();
  return (
    <nav aria-label={words.steps.label}>
      <ol className="apply-steps">
        {steps.map((step, index) => {
          const state = stateOf(step);
          return (
            <li key={step.name}>
              <button
                type="button"
                className={`apply-step apply-step-${state}`}
                aria-current={step.name === present ? 'step' : undefined}
                onClick={() => onGo(step.name)}
              >
                <span className="apply-step-number" aria-hidden="true">
                  {state === 'done' ? '✓' : format.count(index + 1)}
                </span>
                <span>
                  {words.steps[step.name]}
                  {state !== 'open' && <span className="visually-hidden"> {words[state]}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
