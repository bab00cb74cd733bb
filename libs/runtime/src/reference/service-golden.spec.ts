import { event, projection, reaction, service } from '@xietong/kernel';
import { z } from 'zod';
import { Berths, harbour } from '../http/testing/toy-service.ts';
import { goldenFilesOf } from './service-golden.ts';

const shipArrived = event('ship.arrived', 2, z.strictObject({ ship: z.string() }));
const listening = service('harbour', {
  aggregates: [Berths],
  reactions: [
    reaction('a ship takes its berth', { context: 'shipping', on: shipArrived, aggregate: Berths, command: 'lapse', orders: () => [] }),
  ],
  projections: [projection('ships', { context: 'shipping', from: [shipArrived], apply: () => undefined })],
  problems: { 'berth-taken': harbour.problems['berth-taken'] as never },
});

test('a service has its API, its events, its access and its environment as files', () => {
  expect(Object.keys(goldenFilesOf(harbour))).toEqual(['access.md', 'asyncapi.json', 'env.md', 'events.md', 'openapi.json']);
});

test('the events page of the harbour is as a person has read it', () => {
  expect(goldenFilesOf(listening)['events.md']).toBe(`# Events of harbour

## berth

| event | by | fields | counted as |
| --- | --- | --- | --- |
| \`xietong.harbour.berth.opened.v1\` | open | registrar, number, status, metres, boats, isOpenToAll, papers? |  |
| \`xietong.harbour.berth.let.v1\` | letBerth | boat, until, papers? |  |
| \`xietong.harbour.berth.closed.v1\` | closeForGood, lapse |  |  |

## journal

| event | by | fields | counted as |
| --- | --- | --- | --- |
| \`xietong.harbour.journal.opened.v1\` | open | agency |  |
| \`xietong.harbour.journal.sealed.v1\` | seal | date, begunAt, page, isLast, heads |  |

## Received

| event | what becomes of it |
| --- | --- |
| \`xietong.shipping.ship.arrived.v2\` | a ship takes its berth: gives lapse |
| \`xietong.shipping.ship.arrived.v2\` | kept in ships |
`);
});

test('the environment page tells the default and the words of a variable, and what the adapters of the app read', () => {
  const lines = goldenFilesOf(harbour, { HARBOUR_DEPTH: z.string().describe('In metres | or feet') })['env.md']?.split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      '| `LOG_LEVEL` | `info` | The least that is logged: debug, info, warn, error |',
      '| `XIETONG_MONGO_URL` | required | The MongoDB replica set or cluster |',
      '| `HARBOUR_DEPTH` | required | In metres \\| or feet |',
    ]),
  );
});

test('a service without aggregates declares no event and needs no database', () => {
  const files = goldenFilesOf(service('harbour', { problems: {} }));
  expect(files['events.md']).toBe('# Events of harbour\n\nIt declares none.\n');
  expect(files['env.md']).not.toContain('XIETONG_MONGO_URL');
});
