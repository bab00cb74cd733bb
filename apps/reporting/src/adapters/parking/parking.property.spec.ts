import fc from 'fast-check';
import { join } from 'node:path';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { CurrentFacts } from '../generations/current-facts.ts';
import { rebuildFacts } from '../rebuild/rebuild-facts.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { factsDesk } from './facts-desk.ts';
import { decider, garbled, grantedIn, idAt, lineOf, stated, textOf, topic, unfit } from './parked-project.fixture.ts';

const projects = ['1', '2', '3'];

/** One message: a project's next version, or its newest one once more, and what is wrong with it. */
const messages = fc.array(
  fc.record({
    project: fc.constantFrom(...projects),
    fate: fc.constantFrom('good', 'good', 'good', 'twice', 'mended', 'discarded'),
    isGarbled: fc.boolean(),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    replays: fc.boolean(),
  }),
  { maxLength: 16 },
);

test('whatever is spoiled and however it is decided, the facts are those of the mended texts in place, then, earlier and rebuilt', async () => {
  const property = fc.asyncProperty(messages, fc.infiniteStream(fc.nat()), async (steps, chance) => {
    await inFolder(async (folder) => {
      const setting = { folder: join(folder, 'reporting'), read, onParked: () => undefined };
      const facts = await CurrentFacts.open(setting);
      const [desk, log] = [factsDesk(facts), new TopicLog()];
      const replay = (project: string) => desk.replay(lineOf(project), decider);
      const toldBefore: Awaited<ReturnType<typeof grantedIn>>[] = [];
      const [versions, newest] = [new Map<string, number>(), new Map<string, number>()];
      const spoiled: { offset: number; project: string; version: number; amount: number; fate: string }[] = [];
      let offset = 0;
      const deliver = async (message: ReturnType<typeof stated>) => {
        await facts.handle(log.publish(topic, 0, [message]));
        offset += 1;
      };
      for (const { project, fate, isGarbled, amount, replays } of steps) {
        const version = (versions.get(project) ?? 0) + 1;
        versions.set(project, version);
        if (fate !== 'discarded') newest.set(project, amount);
        const isGood = fate === 'good' || fate === 'twice';
        if (!isGood) spoiled.push({ offset, project, version, amount, fate });
        await deliver(isGood ? stated(project, version, amount) : isGarbled ? garbled(project) : unfit(project, version));
        if (fate === 'twice') await deliver(stated(project, version, amount));
        if (replays) await replay(project);
        toldBefore.push(await grantedIn(facts));
      }
      while (spoiled.length > 0) {
        const [picked] = spoiled.splice(chance.next().value % spoiled.length, 1);
        if (!picked) break;
        const id = idAt(picked.offset);
        if (picked.fate === 'discarded') await desk.discard(id, decider);
        else await desk.mend(id, textOf(stated(picked.project, picked.version, picked.amount)), decider);
        if (chance.next().value % 2 === 0) await replay(picked.project);
        toldBefore.push(await grantedIn(facts));
      }
      for (const project of projects) await replay(project);

      expect(await facts.counts()).toMatchObject({ waiting: 0, parked: 0 });
      const now = await grantedIn(facts);
      expect(now.granted).toBe([...newest.values()].reduce((sum, amount) => sum + amount, 0));
      for (const told of toldBefore) expect(await grantedIn(facts, told.watermark)).toEqual(told);
      await facts.close();
      if (offset === 0) return;

      expect(await rebuildFacts(setting, log)).toMatchObject({ differences: [], swapped: true });
      const rebuilt = await CurrentFacts.open(setting);
      for (const told of [...toldBefore, now]) expect(await grantedIn(rebuilt, told.watermark)).toEqual(told);
      await rebuilt.close();
    });
  });
  await fc.assert(property, { numRuns: 15 });
}, 120_000);
