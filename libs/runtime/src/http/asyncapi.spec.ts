import { createRequire } from 'node:module';
import { event, reaction, service } from '@xietong/kernel';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { asyncApiOf } from './asyncapi.ts';
import { Berths, harbour } from './testing/toy-service.ts';

const official = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;

const faultsIn = (document: object) => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(official);
  validate(document);
  return validate.errors ?? [];
};

const shipArrived = event('ship.arrived', 2, z.strictObject({ ship: z.string() }));
const reacting = service('harbour', {
  aggregates: [Berths],
  reactions: [
    reaction('a ship takes its berth', { context: 'shipping', on: shipArrived, aggregate: Berths, command: 'lapse', orders: () => [] }),
  ],
  problems: { 'berth-taken': harbour.problems['berth-taken'] as never },
});

test("the document is valid by AsyncAPI's own schema", () => {
  expect(faultsIn(asyncApiOf(harbour))).toEqual([]);
  expect(faultsIn(asyncApiOf(reacting))).toEqual([]);
});

test('the schema that says so does find faults', () => {
  expect(faultsIn({ ...asyncApiOf(harbour), operations: { send: { action: 'shout' } } })).not.toEqual([]);
});

test('every event of the service is sent on the topics of its agencies', () => {
  const document = asyncApiOf(harbour) as Record<string, Record<string, { address: string; messages: object; action: string }>>;
  expect(document.channels?.harbour?.address).toBe('{region}.{agency}.harbour');
  expect(Object.keys(document.channels?.harbour?.messages ?? {})).toEqual([
    'xietong.harbour.berth.opened.v1',
    'xietong.harbour.berth.let.v1',
    'xietong.harbour.berth.closed.v1',
  ]);
  expect(Object.values(document.operations ?? {}).map(({ action }) => action)).toEqual(['send']);
});

test('an event of another context that is reacted to is received', () => {
  const { operations } = asyncApiOf(reacting) as { operations: Record<string, { action: string; messages: { $ref: string }[] }> };
  expect(operations['receive-shipping']).toEqual({
    action: 'receive',
    channel: { $ref: '#/channels/shipping' },
    messages: [{ $ref: '#/channels/shipping/messages/xietong.shipping.ship.arrived.v2' }],
  });
});
