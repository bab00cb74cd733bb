import { type AnyEventDefinition, type Service, wireType } from '@xietong/kernel';
import { z } from 'zod';

/** The AsyncAPI 3.0 document of a service: the events it sends on its agencies' topics, and those it receives from others. */
export function asyncApiOf(service: Service): object {
  const sent = service.aggregates.flatMap(({ name, events }) => events.map((event) => ({ event, subject: name })));
  const received = [
    ...service.reactions.map(({ context, on }) => ({ context, event: on })),
    ...service.projections.flatMap(({ context, from }) => from.map((event) => ({ context, event }))),
  ];
  const own = sent.map(({ event }) => ({ context: service.context, event }));
  const byContext = [...Map.groupBy([...own, ...received], ({ context }) => context)];
  return {
    asyncapi: '3.0.0',
    info: { title: `Xietong ${service.context}`, version: '1', license: { name: 'Apache-2.0' } },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      byContext.map(([context, some]) => [
        context,
        channelOf(
          context,
          some.map(({ event }) => event),
        ),
      ]),
    ),
    operations: {
      ...(sent.length > 0
        ? {
            [`send-${service.context}`]: operationOf(
              'send',
              service.context,
              sent.map(({ event }) => event),
            ),
          }
        : {}),
      ...Object.fromEntries(
        [...Map.groupBy(received, ({ context }) => context)].map(([context, some]) => [
          `receive-${context}`,
          operationOf(
            'receive',
            context,
            some.map(({ event }) => event),
          ),
        ]),
      ),
    },
    components: {
      messages: Object.fromEntries(
        [...own, ...received].map(({ context, event }) => [wireType(context, event), messageOf(context, event)]),
      ),
    },
  };
}

function channelOf(context: string, events: readonly AnyEventDefinition[]) {
  const names = [...new Set(events.map((event) => wireType(context, event)))];
  return {
    address: `{region}.{agency}.${context}`,
    description: 'One topic an agency; the key is the id of the aggregate, so the events of one aggregate stay in order.',
    parameters: { region: { examples: ['CN-331082', 'NO-03'] }, agency: { examples: ['kjj', 'rcn'] } },
    messages: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
  };
}

function operationOf(action: 'send' | 'receive', context: string, events: readonly AnyEventDefinition[]) {
  const names = [...new Set(events.map((event) => wireType(context, event)))];
  return {
    action,
    channel: { $ref: `#/channels/${context}` },
    messages: names.map((name) => ({ $ref: `#/channels/${context}/messages/${name}` })),
  };
}

function messageOf(context: string, event: AnyEventDefinition) {
  const type = wireType(context, event);
  return {
    name: type,
    title: event.type,
    contentType: 'application/cloudevents+json',
    bindings: { kafka: { key: { type: 'string' } } },
    payload: { ...cloudEventSchema, properties: { ...cloudEventSchema.properties, type: { const: type }, data: dataSchemaOf(event) } },
  };
}

function dataSchemaOf(event: AnyEventDefinition): object {
  const schema: { $schema?: string } = z.toJSONSchema(event.schema, { target: 'draft-7', unrepresentable: 'any', io: 'output' });
  // AsyncAPI's own schema is draft 07 with more words; the name of the dialect is none of them.
  delete schema.$schema;
  return schema;
}

const text = { type: 'string' };

/** The envelope, CloudEvents 1.0 in structured JSON with the documented extensions. */
const cloudEventSchema = {
  type: 'object',
  required: [
    'specversion',
    'id',
    'source',
    'type',
    'subject',
    'sequence',
    'time',
    'datacontenttype',
    'partitionkey',
    'correlationid',
    'actor',
    'prevhash',
    'data',
  ],
  properties: {
    specversion: { const: '1.0' },
    id: { ...text, description: '<aggregate>/<id>/<version>: a duplicate is recognisable for ever.' },
    source: { ...text, description: '/<region>/<agency>/<context>' },
    type: text,
    subject: text,
    sequence: { ...text, pattern: '^\\d{10}$', description: "The aggregate's version." },
    time: { ...text, format: 'date-time' },
    datacontenttype: { const: 'application/json' },
    partitionkey: text,
    traceparent: text,
    correlationid: text,
    causationid: text,
    actor: { ...text, description: 'A pseudonym.' },
    prevhash: { ...text, pattern: '^([0-9a-f]{64})?$', description: "SHA-256 of the aggregate's previous event, exact text." },
    data: {},
  },
};
