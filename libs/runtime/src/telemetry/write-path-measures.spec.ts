import type { Instant } from '@xietong/domain';
import type { AnyAggregate } from '@xietong/kernel';
import { Berths } from '../http/testing/toy-service.ts';
import { journalIdOf, SealedJournal } from '../journal/sealed-journal.ts';
import { memoryStore } from '../store/memory-store.ts';
import { metricsOf } from './metrics.ts';
import { measureWritePath } from './write-path-measures.ts';

const agency = 'NO-03/rcn';
const now: Instant = '2026-01-05T12:00:00.000Z';
const collection = Berths.collection;
const dueBerths = { ...Berths, due: () => undefined } as unknown as AnyAggregate;

async function linesAfter(writes: readonly { id: string; due?: Instant; at: Instant; sent?: boolean }[], journal?: object) {
  const store = memoryStore();
  const berths = await store.collection(collection, { keys: [], tags: [] });
  const journals = await store.collection(SealedJournal.collection, { keys: [], tags: [] });
  const common = { expected: 0, version: 1, agency, audience: [], keys: {}, tags: {}, head: '' } as const;
  const receipts = [{ key: 'k', payload: '', version: 1 }];
  const events = [{ version: 1, topic: 'NO-03.rcn.berths', body: '{}' }];
  await berths.write(
    writes.map(({ id, due, at }) => ({
      ...common,
      id,
      state: {},
      events,
      receipts,
      now: at,
      ...(due && { due: { at: due, command: 'lapse' } }),
    })),
  );
  await berths.markSent(writes.filter(({ sent }) => sent).map(({ id }) => ({ id, version: 1 })));
  const opened: Instant = '2026-01-05T09:00:00.000Z';
  if (journal) await journals.write([{ ...common, id: journalIdOf(agency), state: journal, events, receipts, now: opened }]);
  const collections = new Map([
    [collection, berths],
    [SealedJournal.collection, journals],
  ]);
  const measured = { aggregates: [dueBerths, SealedJournal], store, collections, agencies: [agency, 'NO-03/inn'] } as const;
  const metrics = metricsOf(
    'harbour',
    (all) => measureWritePath(measured, now, all),
    (what, fault) => {
      throw new Error(what, { cause: fault });
    },
  );
  return (await metrics.text()).split('\n');
}

test('the age of the outbox is that of the document which waits longest, and none where nothing waits', async () => {
  const waiting = await linesAfter([
    { id: 'a', at: '2026-01-05T11:58:00.000Z', sent: true },
    { id: 'b', at: '2026-01-05T11:59:30.000Z' },
    { id: 'c', at: '2026-01-05T11:59:50.000Z' },
  ]);
  expect(waiting).toContain(`xietong_outbox_oldest_seconds{collection="${collection}",service="harbour"} 30`);
  expect(waiting).toContain(`xietong_outbox_documents{collection="${collection}",service="harbour"} 2`);
  expect(await linesAfter([])).toContain(`xietong_outbox_oldest_seconds{collection="${collection}",service="harbour"} 0`);
});

test('a deadline is overdue when a minute has passed in which the clock should have struck', async () => {
  const lines = await linesAfter([
    { id: 'a', at: now, due: '2026-01-05T11:59:00.000Z' },
    { id: 'b', at: now, due: '2026-01-05T11:59:01.000Z' },
  ]);
  expect(lines).toContain(`xietong_deadlines_overdue{aggregate="${Berths.name}",service="harbour"} 1`);
});

test('a journal is unsealed since its last seal was begun, or since it was opened', async () => {
  const unsealed = (seconds: number) => `xietong_journal_unsealed_seconds{agency="${agency}",service="harbour"} ${seconds}`;
  const sealed = { status: 'sealed', agency, date: '2026-01-04', begunAt: '2026-01-05T00:00:00.000Z' };
  expect(await linesAfter([], sealed)).toContain(unsealed(12 * 3600));
  expect(await linesAfter([], { status: 'open', agency })).toContain(unsealed(3 * 3600));
});
