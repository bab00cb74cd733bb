import type { Adapters, Batch, Engines } from '@xietong/runtime';
import { adapt } from './adapt.ts';

type Handle = (batch: Batch) => Promise<void>;

/** `adapt` with something around the taking of each batch, for whoever watches or breaks it. A batch that is taken is on disk. */
export const adaptWith =
  (around: (handle: Handle) => Handle) =>
  async (engines: Engines): Promise<Adapters> => {
    const { consumers = [], ...rest } = await adapt(engines);
    return { ...rest, consumers: consumers.map((consumer) => ({ ...consumer, handle: around(consumer.handle) })) };
  };
