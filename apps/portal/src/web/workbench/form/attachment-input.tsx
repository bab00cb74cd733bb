import { AttachmentPicker } from '../../attachments/attachment-picker.tsx';
import { attachmentDraft, partIn, textIn } from './draft.ts';
import type { FieldInputProps } from './field-input.tsx';
import { useForm } from './form-context.ts';
import { Labelled } from './labelled.tsx';

/** A file: it is sent up as soon as it is chosen, and the form sends its id. */
export const AttachmentInput = ({ field, place, label, isRequired, draft, onChange }: FieldInputProps<'attachment'>) => {
  const { attachmentsAddress } = useForm();
  const id = textIn(partIn(draft, 'id'));
  const chosen = id === '' ? undefined : { id, name: textIn(partIn(draft, 'name')), bytes: Number(textIn(partIn(draft, 'bytes'))) };
  return (
    <Labelled label={label} place={place} isRequired={isRequired}>
      {(input) => (
        <AttachmentPicker
          input={input}
          address={attachmentsAddress}
          limits={field}
          chosen={chosen}
          onChange={(attachment) => onChange(attachment ? attachmentDraft(attachment) : '')}
        />
      )}
    </Labelled>
  );
};
