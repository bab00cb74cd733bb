import { type Draft, itemsIn, partIn, textIn } from '../workbench/form/draft.ts';
import { AttachmentInput } from '../workbench/form/attachment-input.tsx';
import type { Field, NamedField } from '../workbench/form/field.ts';
import { FaultsAt } from '../workbench/form/labelled.tsx';
import type { OpenCall } from './open-call.ts';
import { withDocument } from './steps.ts';

interface DocumentsInputProps {
  /** The field of the application's files: a list of a document's code and a file. */
  readonly field: NamedField;
  readonly documents: OpenCall['documents'];
  readonly content: Draft;
  readonly onChange: (content: Draft) => void;
}

const fileField = ({ field }: NamedField): Extract<Field, { kind: 'attachment' }> => {
  const item = field.kind === 'list' && field.item.kind === 'group' ? field.item.fields : [];
  const file = item.find(({ name }) => name === 'attachment')?.field;
  if (file?.kind !== 'attachment') throw new Error('the files of an application are no list of a document and a file');
  return file;
};

/** A file for each document that the call asks for, by the document's title. */
export const DocumentsInput = ({ field, documents, content, onChange }: DocumentsInputProps) => {
  const items = itemsIn(partIn(content, 'attachments'));
  const file = fileField(field);
  return (
    <>
      {documents.map(({ code, title, required }) => {
        const found = items.findIndex((item) => textIn(partIn(item, 'document')) === code);
        return (
          <AttachmentInput
            key={code}
            field={file}
            name="attachment"
            within="attachments"
            // A file that is not there yet has no place in the list, and none of its faults is another's.
            place={`content.attachments.${found < 0 ? code : found}.attachment`}
            label={title}
            isRequired={required}
            draft={partIn(items[found], 'attachment')}
            onChange={(attachment) => onChange(withDocument(content, code, attachment))}
          />
        );
      })}
      <FaultsAt place="content.attachments" />
    </>
  );
};
