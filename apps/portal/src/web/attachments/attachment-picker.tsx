import { Button } from 'antd';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { toFailureText } from '../states/failure-text.ts';
import { useLanguage } from '../text/language.tsx';
import type { AttachmentLimits } from '../workbench/description/description.ts';
import { isDecided } from '../workbench/form/answered.ts';
import { useWorkbenchText } from '../workbench/use-workbench-text.ts';
import { acceptedBy, endingsOf } from './media-type-of.ts';
import { sizeText } from './size-text.ts';
import { type UploadState, useUpload } from './use-upload.ts';
import './attachments.css';

/** A file that was sent up and is chosen now. */
export interface ChosenAttachment {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

interface AttachmentPickerProps {
  /** What ties it to its label, its notes and its faults. */
  readonly input: {
    readonly id: string;
    readonly 'aria-required': boolean;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string | undefined;
  };
  /** Where files are sent. */
  readonly address: string;
  readonly limits: AttachmentLimits;
  readonly chosen: ChosenAttachment | undefined;
  readonly onChange: (attachment: Readonly<Record<string, unknown>> | undefined) => void;
}

/** Chooses a file, by the browser's own dialogue or by dropping it, and sends it up at once; it can be taken away again. Used in any form. */
export const AttachmentPicker = ({ input, address, limits, chosen, onChange }: AttachmentPickerProps) => {
  const words = useWorkbenchText().attachments;
  const { lang } = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [isTakenAway, setIsTakenAway] = useState(false);
  const { state, send, stop } = useUpload(address, limits, onChange);
  const faultId = `${input.id}-upload`;
  const isFaulty = state.status === 'unfit' || state.status === 'refused';

  // The button that had the focus is gone with the file.
  useEffect(() => {
    if (isTakenAway) field.current?.focus();
  }, [isTakenAway]);

  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    // The same file can be chosen again, once it was mended.
    target.value = '';
    if (file) send(file);
  };

  if (chosen)
    return (
      <div className="attachment-chosen">
        <span role="status">
          {chosen.name} <span className="attachment-facts">{sizeText(chosen.bytes, lang)}</span>
        </span>
        <Button
          size="small"
          aria-label={words.remove(chosen.name)}
          onClick={() => {
            setIsTakenAway(true);
            onChange(undefined);
          }}
        >
          {words.removeShort}
        </Button>
      </div>
    );
  return (
    <>
      <div className="attachment-zone">
        <input
          {...input}
          ref={field}
          type="file"
          accept={acceptedBy(limits)}
          disabled={state.status === 'sending'}
          aria-invalid={input['aria-invalid'] || isFaulty}
          aria-describedby={[input['aria-describedby'] ?? [], `${input.id}-limits`, isFaulty ? faultId : []].flat().join(' ')}
          onChange={choose}
        />
        <span aria-hidden="true">{words.choose}</span>
        <span id={`${input.id}-limits`} className="attachment-facts">
          {words.limits(endingsOf(limits), sizeText(limits.bytesMax, lang))}
        </span>
      </div>
      {state.status === 'sending' && (
        <div className="attachment-chosen">
          <span role="status">{words.sending(state.file.name)}</span>
          <progress max={1} value={state.share} aria-label={words.sending(state.file.name)} />
          <Button size="small" onClick={stop}>
            {words.stop}
          </Button>
        </div>
      )}
      <UploadFault id={faultId} state={state} retry={send} />
    </>
  );
};

const UploadFault = ({ id, state, retry }: { id: string; state: UploadState; retry: (file: File) => void }) => {
  const words = useWorkbenchText().attachments;
  const { text } = useLanguage();
  if (state.status !== 'unfit' && state.status !== 'refused') return null;
  const said =
    state.status === 'unfit'
      ? { title: state.file.name, remedy: words.unfit[state.why] }
      : { ...toFailureText(state.problem, text), title: `${state.file.name}: ${toFailureText(state.problem, text).title}` };
  return (
    <div id={id} role="alert" className="field-fault">
      <p>{said.title}</p>
      <p>{said.remedy}</p>
      {state.status === 'refused' && !isDecided(state.problem) && (
        <Button size="small" onClick={() => retry(state.file)}>
          {words.retry}
        </Button>
      )}
    </div>
  );
};
