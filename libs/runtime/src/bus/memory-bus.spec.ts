import { busContract } from './bus-contract.ts';
import { messages, Recorder } from './bus-contract-fixture.ts';
import { MemoryBus } from './memory-bus.ts';

busContract('in memory', () => {
  const bus = new MemoryBus();
  return Promise.resolve({
    bus,
    name: 'projects',
    createTopic: async (topic, partitions) => bus.createTopic(topic, partitions),
    deleteBefore: async (position) => bus.deleteBefore(position),
    close: () => bus.close(),
  });
});

describe('the bus in memory', () => {
  const run = async () => {
    const bus = new MemoryBus();
    bus.createTopic('NO-03.rcn.projects');
    const recorder = new Recorder();
    recorder.before = async ({ messages: [first] }) => {
      if (bus.rejections.length < 3) throw new Error(`not yet ${first?.key}`);
    };
    await bus.consume({ group: 'reporting', topics: /projects/, handle: recorder.handle });
    await bus.publish(Array.from({ length: 500 }, (_, index) => messages('NO-03.rcn.projects', `p${index % 7}`, [String(index)])).flat());
    await recorder.untilCount(500);
    await bus.close();
    return { batches: recorder.batches, rejections: bus.rejections.map(String) };
  };

  it('does the same twice', async () => {
    const first = await run();
    expect(first.rejections).toHaveLength(3);
    expect(await run()).toEqual(first);
  });

  it('rejects publications and pings while a fault is set', async () => {
    const bus = new MemoryBus();
    bus.createTopic('NO-03.rcn.projects');
    bus.fault = new Error('the broker is away');
    await expect(bus.publish(messages('NO-03.rcn.projects', 'a', ['1']))).rejects.toThrow('the broker is away');
    await expect(bus.ping()).rejects.toThrow('the broker is away');
    bus.fault = undefined;
    await expect(bus.ping()).resolves.toBeUndefined();
  });

  it('appends nothing of a publication that names an absent topic', async () => {
    const bus = new MemoryBus();
    bus.createTopic('NO-03.rcn.projects', 1);
    const [there, absent] = [messages('NO-03.rcn.projects', 'a', ['1']), messages('NO-03.rcn.talent', 'a', ['1'])];
    await expect(bus.publish([...there, ...absent])).rejects.toThrow('NO-03.rcn.talent does not exist');
    const recorder = new Recorder();
    await bus.consume({ group: 'reporting', topics: /projects/, handle: recorder.handle });
    await bus.publish(messages('NO-03.rcn.projects', 'a', ['2']));
    await recorder.untilCount(1);
    expect(recorder.values()).toEqual(['2']);
    await bus.close();
  });
});
