import { type Draft, partIn, partsOf } from '../workbench/form/draft.ts';
import { FieldsInput } from '../workbench/form/group-input.tsx';
import { useFormat } from '../text/use-format.ts';
import { useWords } from '../workbench/use-workbench-text.ts';
import { AreaInput } from './area-input.tsx';
import { DocumentsInput } from './documents-input.tsx';
import type { OpenCall } from './open-call.ts';
import { type Step, sumOfShares, withFirstParty } from './steps.ts';
import { useApplyText } from './use-apply-text.ts';

interface ContentStepProps {
  readonly step: Step;
  readonly call: OpenCall;
  readonly applicant: string;
  readonly content: Draft;
  readonly onChange: (content: Draft) => void;
}

const SumOfShares = ({ content }: { content: Draft }) => {
  const words = useApplyText();
  const format = useFormat();
  const sum = sumOfShares(content);
  if (sum === undefined) return null;
  return (
    <p role="status" className={sum === 10_000 ? 'panel-note' : 'field-fault'}>
      {sum === 10_000 ? words.sharesWhole : words.sharesNotWhole(format.percent(sum / 100))}
    </p>
  );
};

/** The fields of one step. */
export const ContentStep = ({ step, call, applicant, content, onChange }: ContentStepProps) => {
  const vocabulary = useWords('application');
  const inputs = (fields: Step['fields'], draft = content) => (
    <FieldsInput fields={fields} within="content" place="content" draft={draft} onChange={onChange} />
  );
  if (step.name === 'parties')
    return (
      <>
        {inputs(step.fields, withFirstParty(content, applicant))}
        <SumOfShares content={content} />
      </>
    );
  const files = step.fields.find(({ name }) => name === 'attachments');
  if (files)
    return (
      <>
        <DocumentsInput field={files} documents={call.documents} content={content} onChange={onChange} />
        {inputs(step.fields.filter((each) => each !== files))}
      </>
    );
  const place = step.fields.findIndex(({ name }) => name === 'area');
  if (place < 0) return inputs(step.fields);
  return (
    <>
      {inputs(step.fields.slice(0, place))}
      <AreaInput
        label={vocabulary.field('area', 'content')}
        areas={call.areas}
        draft={partIn(content, 'area')}
        onChange={(area) => onChange({ ...partsOf(content), area })}
      />
      {inputs(step.fields.slice(place + 1))}
    </>
  );
};
