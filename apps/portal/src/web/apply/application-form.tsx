import { Alert, Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { attachmentsAddress } from '../api/addresses.ts';
import { useFormat } from '../text/use-format.ts';
import type { Collection } from '../workbench/description/description.ts';
import { useHomeCurrency } from '../workbench/form/beginning.ts';
import { saidByForm } from '../workbench/form/faults.ts';
import { FormContext } from '../workbench/form/form-context.ts';
import { Refusal } from '../workbench/form/refusal.tsx';
import type { Document } from '../workbench/list/csv.ts';
import { documentLink } from '../workbench/links.ts';
import { useWorkbenchText } from '../workbench/use-workbench-text.ts';
import { CheckStep } from './check-step.tsx';
import { ContentStep } from './content-step.tsx';
import type { OpenCall } from './open-call.ts';
import { documentsMissing, missingIn, type Step, type StepName, stepOf, stepsOf } from './steps.ts';
import { StepsNav } from './steps-nav.tsx';
import { useApplicationForm } from './use-application-form.ts';
import { useApplyText } from './use-apply-text.ts';
import '../workbench/form/form.css';

interface ApplicationFormProps {
  readonly collection: Collection;
  readonly document: Document;
  readonly call: OpenCall;
  readonly reload: () => void;
}

/** An application in steps: each is saved when one goes on, and the last hands it in. */
export const ApplicationForm = ({ collection, document: opened, call, reload }: ApplicationFormProps) => {
  const words = useApplyText();
  const workbench = useWorkbenchText();
  const format = useFormat();
  const navigate = useNavigate();
  const id = useId();
  const currency = useHomeCurrency();
  const form = useApplicationForm(collection, opened, (done) => void navigate(documentLink(collection, done.id), { replace: true }));
  const steps = stepsOf(form.fieldsOfContent, call.documents);
  const [present, setPresent] = useState<StepName>('project');
  const element = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const index = steps.findIndex(({ name }) => name === present);
  const step = steps[index] as Step;
  const { placed, elsewhere, places } = saidByForm(form.form, form.faults, form.problem, workbench.form.faults);
  const firstFaulty = places.map((place) => stepOf(steps, place)?.name).find((name) => name !== undefined);
  const isFaulty = ({ name }: Step) => places.some((place) => stepOf(steps, place)?.name === name);

  // Whoever is told that something is wrong goes on where it is, whichever step that is of.
  useEffect(() => {
    if (firstFaulty !== undefined) setPresent(firstFaulty);
  }, [form.faults, form.problem]);
  useEffect(() => {
    const fault = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (fault) fault.focus();
  }, [present, form.faults, form.problem]);

  const goTo = (name: StepName) =>
    form.save(() => {
      setPresent(name);
      heading.current?.focus();
    });
  const neighbour = (by: 1 | -1): StepName | undefined => steps[index + by]?.name;
  const [before, after] = [neighbour(-1), neighbour(1)];
  const isDone = (each: Step) =>
    each.name === 'further'
      ? documentsMissing(form.content, call.documents).length === 0
      : each.fields.length > 0 && missingIn(each, form.content).length === 0;
  const stateOf = (each: Step) => (isFaulty(each) ? 'faulty' : isDone(each) ? 'done' : 'open');

  return (
    <FormContext
      value={{ aggregate: collection.aggregate, id, faults: placed, currency, attachmentsAddress: attachmentsAddress(collection.context) }}
    >
      <div className="apply-frame">
        <StepsNav steps={steps} present={present} stateOf={stateOf} onGo={goTo} />
        <form
          ref={element}
          className="panel apply-form command-form"
          aria-label={words.steps[present]}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (after === undefined) form.submit();
            else goTo(after);
          }}
        >
          <h2 ref={heading} tabIndex={-1}>
            {words.steps[present]} <span className="panel-note">{words.step(format.count(index + 1), format.count(steps.length))}</span>
          </h2>
          {form.older && (
            <Alert
              role="alert"
              type="warning"
              showIcon
              title={words.older}
              description={
                <>
                  <p>{words.olderRemedy}</p>
                  <div className="form-buttons">
                    <Button onClick={form.takeOlder}>{words.takeOlder}</Button>
                    <Button onClick={form.dropOlder}>{words.dropOlder}</Button>
                  </div>
                </>
              }
            />
          )}
          {present === 'check' ? (
            <CheckStep collection={collection} call={call} form={form} steps={steps} onGo={goTo} />
          ) : (
            <ContentStep
              step={step}
              call={call}
              applicant={String(form.document['applicant'])}
              content={form.content}
              onChange={form.change}
            />
          )}
          {form.faults.length > 0 && (
            <Alert role="alert" type="error" showIcon title={workbench.form.refused} description={workbench.form.atFields} />
          )}
          {form.problem && <Refusal problem={form.problem} elsewhere={elsewhere} reload={reload} />}
          <div className="form-buttons">
            {before && <Button onClick={() => goTo(before)}>{words.back}</Button>}
            <Button htmlType="submit" type="primary" loading={form.isSending}>
              {after === undefined ? words.submit : words.next}
            </Button>
            {after && (
              <Button disabled={!form.isDirty || form.isSending} onClick={() => form.save(() => undefined)}>
                {words.save}
              </Button>
            )}
          </div>
          <p className="panel-note" role="status">
            {form.isDirty ? (form.isKept ? words.unsaved : words.notKept) : words.saved(format.instant(form.document.updatedAt))}
          </p>
        </form>
      </div>
    </FormContext>
  );
};
