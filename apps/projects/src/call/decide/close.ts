import { callClosed } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { CallState } from '../state.ts';

export const Close = z.strictObject({ reason: Reason.optional() });
export type Close = z.output<typeof Close>;

export const close = (call: CallState, { reason }: Close, { now }: Context) => {
  if (call.status !== 'published') return refuse('call-closed');
  if (now >= call.closesAt) return [callClosed({})];
  return reason === undefined ? refuse('reason-needed', { closesAt: call.closesAt }, 'reason') : [callClosed({ reason })];
};
