import { Button } from 'antd';
import { createContext, use } from 'react';
import { keepFile } from '../download/keep-file.ts';
import { useApi } from '../session/session-context.tsx';
import { toFailureText } from '../states/failure-text.ts';
import { useSending } from '../states/use-sending.ts';
import { useLanguage } from '../text/language.tsx';
import { useWorkbenchText } from '../workbench/use-workbench-text.ts';
import { sizeText } from './size-text.ts';
import './attachments.css';

/** What a document tells of a file that it names. */
export interface ShownAttachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly scanned: boolean;
}

const names: readonly (keyof ShownAttachment)[] = ['id', 'name', 'mediaType', 'bytes', 'scanned'];

export const isAttachment = (value: unknown): value is ShownAttachment =>
  typeof value === 'object' && value !== null && names.every((name) => name in value);

/** Where the files of the document are that is being shown, by their ids. */
export const AttachmentAddress = createContext<((attachment: string) => string) | undefined>(undefined);

/** A file that a document names: it is fetched with the reader's token, and given to the browser to keep. */
export const AttachmentLink = ({ attachment }: { attachment: ShownAttachment }) => {
  const { id, name, mediaType, bytes, scanned } = attachment;
  const api = useApi();
  const addressOf = use(AttachmentAddress);
  const { lang, text } = useLanguage();
  const words = useWorkbenchText().attachments;
  const { isSending, problem, send } = useSending();
  const facts = [sizeText(bytes, lang), scanned ? [] : words.notScanned].flat().join(' · ');
  if (addressOf === undefined) return <>{name}</>;
  return (
    <span className="attachment">
      <Button
        type="link"
        className="attachment-link"
        loading={isSending}
        aria-label={words.download(name)}
        onClick={() => send(async () => keepFile(await api.download(addressOf(id), mediaType), name))}
      >
        {name}
      </Button>{' '}
      <span className="attachment-facts">{facts}</span>
      {problem && (
        <span role="alert" className="field-fault">
          {toFailureText(problem, text).title} {toFailureText(problem, text).remedy}
        </span>
      )}
    </span>
  );
};
