import type { Progress } from './progress.ts';

/** What long work is given beside its task: whom to tell how far it is, and when to give up. */
export interface Errand {
  progress: Progress;
  signal: AbortSignal;
}
