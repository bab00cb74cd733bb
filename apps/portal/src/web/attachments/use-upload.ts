import { useEffect, useRef, useState } from 'react';
import { type Problem, toProblem } from '../api/api-problem.ts';
import { useApi } from '../session/session-context.tsx';
import type { AttachmentLimits } from '../workbench/description/description.ts';
import { isDecided } from '../workbench/form/answered.ts';
import { mediaTypeOf } from './media-type-of.ts';

/** How far a file has come. */
export type UploadState =
  | { readonly status: 'waiting' }
  | { readonly status: 'sending'; readonly file: File; readonly share: number }
  /** It is not sent at all: the service would refuse it. */
  | { readonly status: 'unfit'; readonly file: File; readonly why: 'too-large' | 'wrong-type' | 'empty' }
  | { readonly status: 'refused'; readonly file: File; readonly problem: Problem };

interface Uploading {
  readonly state: UploadState;
  readonly send: (file: File) => void;
  readonly stop: () => void;
}

/** Sends one file at a time. A file whose answer was lost is sent again with the same key: it is the same file, and not a second one. */
export const useUpload = (
  address: string,
  limits: AttachmentLimits,
  onDone: (attachment: Readonly<Record<string, unknown>>) => void,
): Uploading => {
  const api = useApi();
  const [state, setState] = useState<UploadState>({ status: 'waiting' });
  const underWay = useRef<AbortController>(undefined);
  const lastSent = useRef<{ readonly file: File; readonly key: string }>(undefined);
  useEffect(() => () => underWay.current?.abort(), []);

  const stop = () => {
    underWay.current?.abort();
    setState({ status: 'waiting' });
  };

  const send = (file: File) => {
    const mediaType = mediaTypeOf(file, limits);
    if (mediaType === undefined) return setState({ status: 'unfit', file, why: 'wrong-type' });
    if (file.size === 0) return setState({ status: 'unfit', file, why: 'empty' });
    if (file.size > limits.bytesMax) return setState({ status: 'unfit', file, why: 'too-large' });
    const key = lastSent.current?.file === file ? lastSent.current.key : crypto.randomUUID();
    lastSent.current = { file, key };
    const sending = new AbortController();
    underWay.current?.abort();
    underWay.current = sending;
    const tell = (next: UploadState) => (sending.signal.aborted ? undefined : setState(next));
    tell({ status: 'sending', file, share: 0 });
    const onProgress = (bytes: number) => tell({ status: 'sending', file, share: Math.min(bytes / file.size, 1) });
    api.upload(address, { file, mediaType, key, onProgress, signal: sending.signal }).then(
      (attachment) => {
        if (sending.signal.aborted) return;
        setState({ status: 'waiting' });
        onDone(attachment);
      },
      (thrown: unknown) => {
        const problem = toProblem(thrown);
        if (isDecided(problem)) lastSent.current = undefined;
        tell({ status: 'refused', file, problem });
      },
    );
  };

  return { state, send, stop };
};
