import type { Axis } from '@xietong/contracts-projects';
import { Input } from 'antd';
import { useId } from 'react';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';

interface AxisInputProps {
  readonly axis: Axis;
  readonly fault: string | undefined;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** The points on one axis, with their range and how much they weigh. */
export const AxisInput = ({ axis: { title, weightPercent }, fault, value, onChange }: AxisInputProps) => {
  const words = useReviewingText();
  const format = useFormat();
  const id = useId();
  return (
    <div className="field score-axis">
      <label htmlFor={id}>{words.form.points(title)}</label>
      <Input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        aria-required
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-weight${fault === undefined ? '' : ` ${id}-fault`}`}
        {...(fault === undefined ? {} : { status: 'error' as const })}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-weight`} className="panel-note">
        {words.content.weight(format.percent(weightPercent))}
      </span>
      {fault !== undefined && (
        <p id={`${id}-fault`} className="field-fault">
          {fault}
        </p>
      )}
    </div>
  );
};
