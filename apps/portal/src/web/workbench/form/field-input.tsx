import type { Draft } from './draft.ts';
import type { NamedField } from './field.ts';
import { AttachmentInput } from './attachment-input.tsx';
import { AmountsInput } from './amounts-input.tsx';
import { ChoiceInput } from './choice-input.tsx';
import { GroupInput } from './group-input.tsx';
import { ListInput } from './list-input.tsx';
import { SelectInput, SeveralInput, YesNoInput } from './select-inputs.tsx';
import { TextInput } from './text-input.tsx';

export interface FieldInputProps<Kind extends NamedField['field']['kind'] = NamedField['field']['kind']> {
  readonly field: Extract<NamedField['field'], { kind: Kind }>;
  readonly name: string;
  /** The field that it stands in; of the outermost, the command. */
  readonly within: string | undefined;
  /** As services name it in what they refuse: `participants.0.amount`. */
  readonly place: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly draft: Draft | undefined;
  readonly onChange: (draft: Draft) => void;
}

/** A field of a form, by its kind. */
export const FieldInput = ({ field, ...rest }: FieldInputProps) => {
  switch (field.kind) {
    case 'text':
    case 'number':
    case 'date':
    case 'moment':
      return <TextInput field={field} {...rest} />;
    case 'yes-no':
      return <YesNoInput field={field} {...rest} />;
    case 'select':
      return <SelectInput field={field} {...rest} />;
    case 'several':
      return <SeveralInput field={field} {...rest} />;
    case 'amounts':
      return <AmountsInput field={field} {...rest} />;
    case 'attachment':
      return <AttachmentInput field={field} {...rest} />;
    case 'list':
      return <ListInput field={field} {...rest} />;
    case 'group':
      return <GroupInput field={field} {...rest} />;
    case 'choice':
      return <ChoiceInput field={field} {...rest} />;
  }
};
