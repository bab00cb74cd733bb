import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@xietong/domain';
import { hashOf } from '@xietong/runtime/audit';
import type mongoose from 'mongoose';
import { publishedEvents } from './published-events.ts';
import { agency, alteredCopy, broker, database, dropAll, idOf, mongoUrl, startSealedService } from './sealed-service.fixture.ts';

interface Audited {
  readonly code: number;
  readonly verdict: string;
  readonly findings: readonly string[];
}

/** Runs the command as an auditor does. */
function audit(...words: string[]): Promise<Audited> {
  const env = {
    ...process.env,
    XIETONG_KAFKA_BROKERS: broker.brokers.join(','),
    XIETONG_KAFKA_USERNAME: broker.username,
    XIETONG_KAFKA_PASSWORD: broker.password,
  };
  return new Promise((resolve, reject) => {
    const cli = join(import.meta.dirname, 'cli.ts');
    execFile(process.execPath, [cli, ...words, '--json'], { env }, (fault, stdout, stderr) => {
      const code = fault ? Number(fault.code) : 0;
      if (stdout === '') return reject(new Error(`ended with ${code}: ${stderr}`));
      const { verdict, places } = JSON.parse(stdout) as { verdict: string; places: { findings: { kind: string; event: string }[] }[] };
      resolve({ code, verdict, findings: places.flatMap(({ findings }) => findings.map(({ kind, event }) => `${kind} ${event}`)) });
    });
  });
}

const inStore = (name: string) => audit('verify', '--mongo', mongoUrl, '--database', name);
const withSeals = (name: string) => audit('verify', '--mongo', mongoUrl, '--database', name, '--seals', 'broker');
const eventOf = (number: string, version: number) => `project/${idOf(number)}/${version}`;

interface Entry {
  readonly _id: string;
  readonly version: number;
  readonly body: string;
}
const journalOf = (db: mongoose.mongo.Db) => db.collection<Entry>('journal');
const bodyOf = async (db: mongoose.mongo.Db, id: string) => (await journalOf(db).findOne({ _id: id }))?.body ?? '';
const rewrite = (db: mongoose.mongo.Db, id: string, body: string) => journalOf(db).updateOne({ _id: id }, { $set: { body } });

describe('an audit of a service that was sealed', () => {
  const clock: { now: Instant } = { now: '2026-11-27T08:00:00.000Z' };
  const folder = mkdtempSync(join(tmpdir(), 'xietong-audit-'));
  let service: Awaited<ReturnType<typeof startSealedService>>;

  beforeAll(async () => {
    service = await startSealedService(clock);
    for (const number of ['a', 'b', 'c']) {
      await service.register(number);
      for (const reason of ['first', 'second', 'third']) await service.amend(number, reason);
    }
    clock.now = '2026-11-28T00:00:00.500Z';
    await service.sealed('2026-11-27');
  });

  afterAll(async () => {
    await service.stop();
    await dropAll();
    rmSync(folder, { recursive: true });
    expect(service.faults).toEqual([]);
  });

  it('finds it whole, and says until when it is sealed', async () => {
    const { code, verdict, findings } = await withSeals(database);
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
    expect(verdict).toBe(`whole (${database}: 4 aggregates, 14 events; sealed: ${agency} to 2026-11-27)`);
  });

  it('names an event that was edited', async () => {
    const id = eventOf('b', 2);
    const name = await alteredCopy('edited', async (db) => rewrite(db, id, (await bodyOf(db, id)).replace('"first"', '"forged"')));
    expect(await inStore(name)).toMatchObject({ code: 1, findings: [`edited ${id}`] });
  });

  it('names an event that was deleted', async () => {
    const name = await alteredCopy('deleted', (db) => journalOf(db).deleteOne({ _id: eventOf('b', 3) }));
    expect(await inStore(name)).toMatchObject({ code: 1, findings: [`deleted ${eventOf('b', 3)}`] });
  });

  it('names the first of two events that changed places', async () => {
    const [second, third] = [eventOf('b', 2), eventOf('b', 3)];
    const name = await alteredCopy('reordered', async (db) => {
      const bodies = [await bodyOf(db, second), await bodyOf(db, third)] as const;
      await rewrite(db, second, bodies[1]);
      await rewrite(db, third, bodies[0]);
    });
    expect(await inStore(name)).toMatchObject({ code: 1, findings: [`reordered ${second}`] });
  });

  it('names the first event that is missing at the end of a journal', async () => {
    const name = await alteredCopy('truncated', (db) => journalOf(db).deleteMany({ _id: { $in: [eventOf('b', 3), eventOf('b', 4)] } }));
    expect(await inStore(name)).toMatchObject({ code: 1, findings: [`truncated ${eventOf('b', 3)}`] });
  });

  it('names the events of a document that was removed', async () => {
    const name = await alteredCopy('ownerless', (db) => db.collection<{ _id: string }>('projects').deleteOne({ _id: idOf('c') }));
    expect(await inStore(name)).toMatchObject({ code: 1, findings: [`ownerless ${eventOf('c', 1)}`] });
  });

  it('sees by the seal that document and journal were cut together', async () => {
    const name = await alteredCopy('cut', async (db) => {
      await journalOf(db).deleteOne({ _id: eventOf('b', 4) });
      const head = hashOf(await bodyOf(db, eventOf('b', 3)));
      await db.collection<{ _id: string }>('projects').updateOne({ _id: idOf('b') }, { $set: { version: 3, head } });
    });
    expect(await inStore(name)).toMatchObject({ code: 0, findings: [] });
    expect(await withSeals(name)).toMatchObject({ code: 1, findings: [`seal-broken ${eventOf('b', 4)}`] });
  });

  it('sees by the seal that a chain was forged whole, head and all', async () => {
    const name = await alteredCopy('forged', async (db) => {
      let head = '';
      for (const version of [1, 2, 3, 4]) {
        const event = JSON.parse(await bodyOf(db, eventOf('a', version))) as object;
        const body = JSON.stringify({ ...event, actor: 'somebody-else', prevhash: head });
        await rewrite(db, eventOf('a', version), body);
        head = hashOf(body);
      }
      await db.collection<{ _id: string }>('projects').updateOne({ _id: idOf('a') }, { $set: { head } });
    });
    expect(await inStore(name)).toMatchObject({ code: 0, findings: [] });
    expect(await withSeals(name)).toMatchObject({ code: 1, findings: [`seal-broken ${eventOf('a', 4)}`] });
  });

  it('sees by the topic that everything was removed, seals and all', async () => {
    const name = await alteredCopy('emptied', async (db) => {
      for (const collection of ['journal', 'journals', 'projects']) await db.collection(collection).deleteMany({});
    });
    const { code, verdict, findings } = await withSeals(name);
    expect([code, findings.length]).toEqual([1, 1]);
    expect(verdict).toContain('not whole, 1 finding');
  });

  it('can be made of an export alone, and of the texts of the topic beside it', async () => {
    const [file, topic] = [join(folder, 'journal.ndjson'), join(folder, 'topic.ndjson')];
    const texts: string[] = [];
    for await (const text of publishedEvents(broker, 'projects')) if (text.includes(`/${agency}/`)) texts.push(text);
    writeFileSync(topic, `${texts.join('\n')}\n`);
    await new Promise<void>((resolve, reject) => {
      const words = ['export', '--mongo', mongoUrl, '--database', database, '--to', file];
      execFile(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...words], (fault) => (fault ? reject(fault) : resolve()));
    });
    expect(await audit('verify', '--export', file, '--seals', topic)).toMatchObject({ code: 0, findings: [] });
    writeFileSync(file, readFileSync(file, 'utf8').replace('third', 'THIRD'));
    expect(await audit('verify', '--export', file)).toMatchObject({ code: 1, findings: [`edited ${eventOf('a', 4)}`] });
  });

  it('takes nothing for altered that is written while it looks', async () => {
    let running = true;
    const writing = (async () => {
      for (let i = 0; running; i += 1) await service.amend('c', `while an audit runs, ${i}`);
    })();
    try {
      expect(await inStore(database)).toMatchObject({ code: 0, findings: [] });
    } finally {
      running = false;
      await writing;
    }
  });
});
