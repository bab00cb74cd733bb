import type { Instant } from '@xietong/domain';
import type { AgencyRef } from '@xietong/kernel';
import type { IncomingMessage } from '../bus/bus.ts';
import { type ParkedReason, parkedIdOf } from '../parking/parking-desk.ts';
import type { ParkingLot } from '../parking/parking-lot.ts';
import { topicOf } from '../config/agencies.ts';
import { traceparentsIn, type Tracing } from '../telemetry/tracing.ts';
import type { Application } from './application.ts';
import type { Follower } from './shared-consumer.ts';

export interface EventFollowerParts {
  /** The context of the service. */
  readonly context: string;
  /** The agencies that this deployment serves. */
  readonly agencies: readonly AgencyRef[];
  readonly applications: readonly Application[];
  readonly parking: ParkingLot;
  readonly tracing: Tracing;
  readonly now: () => Instant;
}

/** A message that the follower asks for, with what it says or why it cannot be read. */
interface Asked {
  readonly message: IncomingMessage;
  readonly read: NonNullable<ReturnType<Application['read']>>;
}

const follows: ParkedReason = { code: 'follows-parked', detail: '' };

/**
 * One follower for each reaction and projection. A message that cannot be applied is parked, with its followers of the same
 * key, and the other keys go on; a fault of an engine is thrown, so that the bus hands the message over again.
 */
export function eventFollowers({ applications, ...parts }: EventFollowerParts): Follower[] {
  return applications.map((application) => followerOf(parts, application));
}

function followerOf(
  { context, agencies, parking, tracing, now }: Omit<EventFollowerParts, 'applications'>,
  application: Application,
): Follower {
  const { name } = application;

  async function handleOne(topic: string, partition: number, { message, read }: Asked): Promise<void> {
    const { key, value: body } = message;
    const place = { consumer: name, topic, partition, offset: Number(message.offset) };
    const apply = async (): Promise<ParkedReason | undefined> => ('unfit' in read ? read.unfit : (await application.apply(read))?.unfit);
    const park = (reason: ParkedReason) => parking.park({ ...place, key, body, reason, parkedAt: now() });

    if (await parking.isClear(place, key)) {
      const unfit = await apply();
      return unfit && park(unfit);
    }
    await park(follows);
    // A replay may have emptied the line just before; then nothing is in front of this message, and nobody else would take it up.
    const id = parkedIdOf(place);
    if ((await parking.front({ ...place, key }))?.id !== id) return;
    const unfit = await apply();
    await parking.change({ id, status: 'parked' }, unfit ? { reason: unfit } : { status: 'applied', inLine: false });
  }

  return {
    name,
    topics: topicsOf(application.context, application.context === context ? agencies : undefined),
    async handle({ topic, partition, messages }) {
      const asked = messages.flatMap((message): Asked[] => {
        const read = application.read({ topic, key: message.key, body: message.value });
        return read ? [{ message, read }] : [];
      });
      // A batch without anything that it asks for leaves no span either.
      if (asked.length === 0) return;
      const links = () => traceparentsIn(asked.map(({ message }) => message));
      await tracing.span('consume', { links, attributes: { context, consumer: name, topic, messages: asked.length } }, async () => {
        for (const one of asked) await handleOne(topic, partition, one);
      });
    },
  };
}

// Of its own context a service follows what it has published itself: what another deployment of it published is about documents of that one.
function topicsOf(context: string, agencies: readonly AgencyRef[] | undefined): RegExp {
  const whose = agencies
    ? `(${agencies.map((agency) => topicOf(agency, context).replaceAll('.', '\\.')).join('|')})`
    : `[^.]+\\.[^.]+\\.${context}`;
  return new RegExp(`^${whose}$`);
}
