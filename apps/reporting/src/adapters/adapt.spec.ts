import type { Engines } from '@xietong/runtime';
import { spanDefinitions, spanTitleOf } from '@xietong/runtime/parts';
import { inFolder } from '../testing/facts-folder.ts';
import { published } from '../testing/published-events.ts';
import { adapt } from './adapt.ts';
import { TopicLog } from './testing/topic-log.ts';

const topic = 'NO-03.rcn.projects';
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const event = (project: string, version: number) =>
  published(
    topic,
    { project, version, signedOn: '2019-03-01', participants: [{ region: 'NO-03', lead: true, amount: 1 }] },
    { traceparent },
  );

let spans: unknown[] = [];
const tracing: Engines['tracing'] = {
  span: (name, { attributes, links }, work) => {
    spans.push([spanTitleOf(name, attributes), spanDefinitions[name].kind, links?.()]);
    return work(undefined);
  },
  stop: async () => {},
};
const log = { warn: () => undefined, error: () => undefined };

test('the service tells what has become of what it read, and links the work to the commands behind it', async () => {
  await inFolder(async (folder) => {
    process.env['XIETONG_DATA_DIR'] = folder;
    spans = [];
    const topics = new TopicLog();
    const { consumers, consumed, parked, stop } = await adapt({ bus: topics, tracing, log } as unknown as Engines);
    const unreadable = { key: 'x', value: Buffer.from('nonsense') };
    await consumers?.[0]?.handle(
      topics.publish(topic, 0, [event('1', 1), event('2', 2), event('3', 1), unreadable, unreadable, unreadable]),
    );
    expect(await consumed?.()).toEqual({ facts: { applied: 2, waiting: 1, parked: 3 } });
    expect(await parked?.()).toEqual([
      { consumer: 'facts', agency: 'NO-03/rcn', reason: 'not-json', messages: 1 },
      { consumer: 'facts', agency: 'NO-03/rcn', reason: 'follows-parked', messages: 2 },
    ]);
    expect(spans).toEqual([
      ['reporting facts', 'consumer', [traceparent]],
      ['reporting flush', 'internal', []],
    ]);
    await stop?.();
  });
});
