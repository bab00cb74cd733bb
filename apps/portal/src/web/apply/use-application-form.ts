import type { Currency } from '@xietong/domain';
import { useMemo, useRef, useState } from 'react';
import { documentAddress } from '../api/addresses.ts';
import type { Problem } from '../api/api-problem.ts';
import type { Collection, Command } from '../workbench/description/description.ts';
import { useUsername } from '../session/session-context.tsx';
import { isRecord } from '../workbench/description/schema.ts';
import { useHomeCurrency } from '../workbench/form/beginning.ts';
import { type Draft, partsOf, type PlacedFault, toDraft, toInput } from '../workbench/form/draft.ts';
import { type Field, formOf } from '../workbench/form/field.ts';
import { useGiving } from '../workbench/form/use-giving.ts';
import type { Document } from '../workbench/list/csv.ts';
import { type KeptDraft, keptDrafts } from './kept-draft.ts';
import { withoutUntouched } from './steps.ts';

type Group = Extract<Field, { kind: 'group' }>;

/** The command of a collection by its name; the form stands on a description that has it. */
export const commandOf = ({ commands, collection }: Collection, name: string): Command => {
  const found = commands.find((command) => command.name === name);
  if (found === undefined) throw new Error(`'${collection}' has no command '${name}'`);
  return found;
};

export interface ApplicationForm {
  /** The form of the command `edit`: the content and nothing else. */
  readonly form: Group;
  readonly fieldsOfContent: Group['fields'];
  readonly content: Draft;
  readonly document: Document;
  readonly isDirty: boolean;
  /** Whether the browser keeps what is not saved. */
  readonly isKept: boolean;
  /** Something that this browser holds of an earlier version. */
  readonly older: KeptDraft | undefined;
  readonly takeOlder: () => void;
  readonly dropOlder: () => void;
  readonly faults: readonly PlacedFault[];
  readonly problem: Problem | undefined;
  readonly isSending: boolean;
  readonly change: (content: Draft) => void;
  /** Saves what is not saved yet, and then goes on; where it cannot be saved, the faults or the problem say why. */
  readonly save: (then: () => void) => void;
  readonly submit: () => void;
}

const contentOf = ({ fields }: Group): Group => {
  const content = fields.find(({ name }) => name === 'content')?.field;
  if (content?.kind !== 'group') throw new Error('an application is not edited by its content');
  return content;
};

// A list that may not be empty begins with an empty item; here the first party is the applicant, and stands there only once it is looked at.
const savedIn = (form: Group, document: Document, currency: Currency | ''): Draft => {
  const saved = document['content'];
  const draft = toDraft(contentOf(form), saved, currency);
  return isRecord(saved) && 'parties' in saved ? draft : { ...partsOf(draft), parties: [] };
};

/** What is typed into an application: kept in this browser with each keystroke, saved as a draft of the service, handed in at the end. */
export const useApplicationForm = (
  collection: Collection,
  opened: Document,
  onSubmitted: (document: Document) => void,
): ApplicationForm => {
  const currency = useHomeCurrency();
  const username = useUsername();
  const kept = useMemo(() => keptDrafts(localStorage, username), [username]);
  const form = useMemo(() => formOf(commandOf(collection, 'edit').input), [collection]);
  const [document, setDocument] = useState(opened);
  const held = useMemo(() => kept.find(opened.id), []);
  const [older, setOlder] = useState(held?.version === opened.version ? undefined : held);
  const [content, setContent] = useState<Draft>(() => (held?.version === opened.version ? held.content : savedIn(form, opened, currency)));
  const [isDirty, setIsDirty] = useState(held?.version === opened.version);
  const [isKept, setIsKept] = useState(true);
  const [faults, setFaults] = useState<readonly PlacedFault[]>([]);
  const [sent, setSent] = useState<'edit' | 'submit'>('edit');
  /** What was typed last, for whoever comes back to it from an answer. */
  const latest = useRef(content);
  const goOn = useRef<() => void>(undefined);

  const keep = (version: number, next: Draft) => setIsKept(kept.keep(opened.id, { version, content: next }));
  const change = (next: Draft) => {
    latest.current = next;
    setContent(next);
    setIsDirty(true);
    keep(document.version, next);
  };
  const settle = (saved: Document) => {
    setDocument(saved);
    // What was typed while the draft was on its way is still to be saved.
    if (latest.current !== content) return keep(saved.version, latest.current);
    kept.drop(opened.id);
    setIsDirty(false);
    goOn.current?.();
  };
  const address = documentAddress(collection, opened.id);
  const saving = useGiving(`${address}/edit`, document.version, settle);
  const submitting = useGiving(`${address}/submit`, document.version, onSubmitted);
  return {
    form,
    fieldsOfContent: contentOf(form).fields,
    content,
    document,
    isDirty,
    isKept,
    older,
    takeOlder: () => {
      if (older) change(older.content);
      setOlder(undefined);
    },
    dropOlder: () => {
      kept.drop(opened.id);
      setOlder(undefined);
    },
    faults,
    problem: faults.length > 0 ? undefined : (sent === 'edit' ? saving : submitting).problem,
    isSending: saving.isSending || submitting.isSending,
    change,
    save: (then) => {
      const read = toInput(form.fields, { content: withoutUntouched(content, String(document['applicant'])) });
      setFaults(read.faults);
      if (read.faults.length > 0) return;
      if (!isDirty) return then();
      goOn.current = then;
      setSent('edit');
      saving.give(read.input);
    },
    submit: () => {
      setSent('submit');
      submitting.give({});
    },
  };
};
