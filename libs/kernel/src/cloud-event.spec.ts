import { readCloudEvent } from './cloud-event.ts';

const source = '/NO-03/rcn/projects';
const right = {
  specversion: '1.0',
  id: 'project/P-1/7',
  source,
  type: 'xietong.projects.project.registered.v1',
  subject: 'project/P-1',
  sequence: '0000000007',
  time: '2026-01-05T08:00:00.000Z',
  actor: 'a pseudonym',
  prevhash: '',
  data: { secret: 'not to be told' },
};
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (changes: object, key = 'P-1') => readCloudEvent(source, key, bytes(JSON.stringify({ ...right, ...changes })));

describe('a message', () => {
  it('is an event with its aggregate, its version and its exact text', () => {
    const body = JSON.stringify(right, undefined, 1);
    expect(readCloudEvent(source, 'P-1', bytes(body))).toEqual({ event: right, aggregateId: 'P-1', version: 7, body });
  });

  it('keeps the extensions that this version does not know', () => {
    expect(read({ signature: 'later' })).toMatchObject({ event: { signature: 'later' } });
  });

  it.each([
    ['an id that is not of its subject and sequence', { id: 'project/P-1/8' }, 'not-an-event', 'id'],
    ['no sequence', { sequence: undefined }, 'not-an-event', 'sequence'],
    ['version nought', { sequence: '0000000000', id: 'project/P-1/0' }, 'not-an-event', 'sequence'],
    ['a version beyond all counting', { sequence: '2147483648', id: 'project/P-1/2147483648' }, 'not-an-event', 'sequence'],
    ['a source that is not its topic’s', { source: '/NO-03/inn/projects' }, 'foreign-source', 'source'],
    ['a type of another platform', { type: 'com.example.thing' }, 'not-an-event', 'type'],
    ['a time without milliseconds', { time: '2026-01-05T08:00:00Z' }, 'not-an-event', 'time'],
  ])('with %s is none, and the field at fault is named without its value', (_, changes, unreadable, detail) => {
    expect(read(changes)).toEqual({ unreadable, detail });
  });

  it('under another key than its aggregate is none: the broker would not keep its order', () => {
    expect(read({}, 'P-2')).toEqual({ unreadable: 'wrong-key', detail: 'subject' });
  });

  it.each([
    ['that is cut off', bytes('{"specversion":"1.0"')],
    ['that is not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['that is empty', new Uint8Array()],
  ])('%s is none', (_, value) => {
    expect(readCloudEvent(source, 'P-1', value)).toEqual({ unreadable: 'not-json', detail: '' });
  });
});
