import { Button } from 'antd';
import type { Collection } from '../workbench/description/description.ts';
import { isRecord, schemaAt } from '../workbench/description/schema.ts';
import { Fields } from '../workbench/document/value.tsx';
import { useWords } from '../workbench/use-workbench-text.ts';
import type { ApplicationForm } from './use-application-form.ts';
import type { OpenCall } from './open-call.ts';
import { documentsMissing, missingIn, type Step, type StepName } from './steps.ts';
import { useApplyText } from './use-apply-text.ts';
import '../workbench/document/document.css';
import '../project/project.css';

interface CheckStepProps {
  readonly collection: Collection;
  readonly call: OpenCall;
  readonly form: ApplicationForm;
  readonly steps: readonly Step[];
  readonly onGo: (name: StepName) => void;
}

// Who hands it in knows an area by its title.
const inWords = (content: unknown, { areas }: OpenCall): unknown =>
  isRecord(content) ? { ...content, area: areas.find(({ code }) => code === content['area'])?.title ?? content['area'] } : content;

/** What is about to be handed in, as it is saved, and what is missing. */
export const CheckStep = ({ collection, call, form: { document, content }, steps, onGo }: CheckStepProps) => {
  const words = useApplyText();
  const vocabulary = useWords('application');
  const missing: readonly { readonly step: StepName; readonly title: string }[] = [
    ...steps.flatMap((step) => missingIn(step, content).map(({ name }) => ({ step: step.name, title: vocabulary.field(name, 'content') }))),
    ...documentsMissing(content, call.documents).map(({ title }) => ({ step: 'further' as const, title })),
  ];
  const { conditions } = call.eligibility;
  return (
    <>
      {missing.length === 0 ? (
        <p>{words.complete}</p>
      ) : (
        <div>
          <h3>{words.missing}</h3>
          <ul className="apply-missing">
            {missing.map(({ step, title }) => (
              <li key={title}>
                <Button type="link" onClick={() => onGo(step)}>
                  {title}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {conditions.length > 0 && (
        <div>
          <h3>{words.conditions}</h3>
          <ul className="apply-conditions">
            {conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </div>
      )}
      <Fields
        collection={collection}
        schema={schemaAt(collection.document, ['content']) ?? {}}
        name="content"
        value={inWords(document['content'], call)}
      />
      <p className="panel-note">{words.submitNote}</p>
    </>
  );
};
