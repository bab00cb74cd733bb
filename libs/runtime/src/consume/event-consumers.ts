import type { Instant } from '@xietong/domain';
import type { AgencyRef } from '@xietong/kernel';
import type { Batch, ConsumeRequest, IncomingMessage } from '../bus/bus.ts';
import { type ParkedReason, parkedIdOf } from '../parking/parking-desk.ts';
import type { ParkingLot } from '../parking/parking-lot.ts';
import { topicOf } from '../config/agencies.ts';
import { traceparentsIn, type Tracing } from '../telemetry/tracing.ts';
import type { Application } from './application.ts';

export interface EventConsumerParts {
  /** The context of the service, which names its consumer groups. */
  readonly context: string;
  /** Of the store: what it reads is remembered at the broker, and a store that has not read it must not be taken for the one that has. */
  readonly identity: string;
  /** The agencies that this deployment serves. */
  readonly agencies: readonly AgencyRef[];
  readonly applications: readonly Application[];
  readonly parking: ParkingLot;
  readonly tracing: Tracing;
  readonly now: () => Instant;
}

const follows: ParkedReason = { code: 'follows-parked', detail: '' };

/**
 * One consumer for each reaction and projection. A message that cannot be applied is parked, with its followers of the same
 * key, and the other keys go on; a fault of an engine is thrown, so that the bus hands the message over again.
 */
export function eventConsumers({ applications, ...parts }: EventConsumerParts): ({ name: string } & ConsumeRequest)[] {
  return applications.map((application) => consumerOf(parts, application));
}

function consumerOf(
  { context, identity, agencies, parking, tracing, now }: Omit<EventConsumerParts, 'applications'>,
  application: Application,
): { name: string } & ConsumeRequest {
  const { name } = application;

  async function handleOne(topic: string, partition: number, message: IncomingMessage): Promise<void> {
    const { key, value: body } = message;
    const read = application.read({ topic, key, body });
    if (!read) return;
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
    group: `${context}.${name.replaceAll(' ', '-')}.${identity}`,
    topics: topicsOf(application.context, application.context === context ? agencies : undefined),
    handle: (batch: Batch) =>
      tracing.span(
        'consume',
        {
          links: () => traceparentsIn(batch.messages),
          attributes: { context, consumer: name, topic: batch.topic, messages: batch.messages.length },
        },
        async () => {
          for (const message of batch.messages) await handleOne(batch.topic, batch.partition, message);
        },
      ),
  };
}

// Of its own context a service follows what it has published itself: what another deployment of it published is about documents of that one.
function topicsOf(context: string, agencies: readonly AgencyRef[] | undefined): RegExp {
  const whose = agencies
    ? `(${agencies.map((agency) => topicOf(agency, context).replaceAll('.', '\\.')).join('|')})`
    : `[^.]+\\.[^.]+\\.${context}`;
  return new RegExp(`^${whose}$`);
}
