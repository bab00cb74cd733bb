import type { Instant } from '@xietong/domain';
import { readCloudEvent } from '@xietong/kernel';
import { type Applied, type Application, sourceOf } from '../consume/application.ts';
import type { Decider, DeskRefusal, ParkedMessage, ParkingDecision, ParkingDesk, Replayed } from './parking-desk.ts';
import { type KeptChange, type KeptMessage, type ParkingLot, withoutText } from './parking-lot.ts';
import { changedIdentity } from './same-event.ts';

export interface ConsumerDeskParts {
  readonly lot: ParkingLot;
  readonly applications: readonly Application[];
  readonly now: () => Instant;
}

/** The desk of a service's reactions and projections. Several instances may decide at once: each step is one write that can come again. */
export function consumerDesk({ lot, applications, now }: ConsumerDeskParts): ParkingDesk {
  const applicationOf = (consumer: string): Application => {
    const found = applications.find(({ name }) => name === consumer);
    if (!found) throw new Error(`'${consumer}' has parked messages, and is no consumer of this service any more`);
    return found;
  };
  const decision = (act: ParkingDecision['act'], { by, reason }: Decider): ParkingDecision => ({ act, by, at: now(), reason });

  async function decide(read: KeptMessage, change: KeptChange, taken: ParkingDecision): Promise<ParkedMessage | DeskRefusal> {
    if (await lot.change(read, change, taken)) return withoutText({ ...read, ...change });
    // Somebody else was first.
    const message = await lot.find(read.id);
    return message ? settledRefusal(message) : { refused: 'absent' };
  }

  return {
    list: (question) => lot.list(question),

    async find(id) {
      const message = await lot.find(id);
      if (!message) return undefined;
      const { mended, decisions, body } = message;
      return { ...withoutText(message), text: textOf(body), ...(mended !== undefined && { mended }), decisions };
    },

    async mend(id, text, decider) {
      const message = await lot.find(id);
      if (!message) return { refused: 'absent' };
      if (message.status !== 'parked') return settledRefusal(message);
      if (message.mended === text) return withoutText(message);
      const { topic, key, body } = message;
      const read = applicationOf(message.consumer).read({ topic, key, body: Buffer.from(text) });
      if (!read) return { refused: 'unreadable', reason: { code: 'type-not-asked-for', detail: 'type' } };
      if ('unfit' in read) return { refused: 'unreadable', reason: read.unfit };
      const field = changedIdentity(readCloudEvent(sourceOf(topic), key, body), read);
      if (field) return { refused: 'identity-changed', field };
      return decide(message, { mended: text }, decision('mend', decider));
    },

    async discard(id, decider) {
      const message = await lot.find(id);
      if (!message) return { refused: 'absent' };
      if (message.status !== 'parked') return settledRefusal(message);
      return decide(message, { status: 'discarded' }, decision('discard', decider));
    },

    async replay(line, decider) {
      const application = applicationOf(line.consumer);
      if (!(await lot.knows(line))) return { refused: 'absent' };
      let applied = 0;
      for (let front = await lot.front(line); front; front = await lot.front(line)) {
        const isDiscarded = front.status === 'discarded';
        const result = isDiscarded ? undefined : await applyKept(application, front);
        const taken = decision('replay', decider);
        if (result) return stopped(front, result.unfit, taken, applied);
        await lot.change(front, isDiscarded ? { inLine: false } : { status: 'applied', inLine: false }, taken);
        if (!isDiscarded) applied += 1;
      }
      return { applied, parked: 0 };
    },
  };

  async function stopped(front: KeptMessage, reason: ParkedMessage['reason'], taken: ParkingDecision, applied: number): Promise<Replayed> {
    await lot.change(front, { reason }, taken);
    return { applied, parked: await lot.count(front), stoppedBy: { id: front.id, reason } };
  }
}

async function applyKept(application: Application, { topic, key, body, mended }: KeptMessage): Promise<Applied> {
  const read = application.read({ topic, key, body: mended === undefined ? body : Buffer.from(mended) });
  // What the consumer has ceased to ask for it would pass over if it came from the topic.
  if (!read) return undefined;
  return 'unfit' in read ? read : application.apply(read);
}

const settledRefusal = ({ status }: KeptMessage): DeskRefusal => ({ refused: status === 'discarded' ? 'discarded' : 'applied' });

const textOf = (body: Uint8Array): string => Buffer.from(body).toString('utf8');
