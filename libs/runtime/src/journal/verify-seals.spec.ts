import { aSealedJournal, aTally, type Kept, rcn, rehashed, sourceOf } from './testing/tally-journal.ts';
import { type SealFinding, verifySeals } from './verify-seals.ts';
import { verifyChains } from './verify-chains.ts';

/** The texts of events as their topic holds them. */
async function* topicOf(...kept: Kept[]) {
  for (const { events } of kept) for (const { body } of events) yield body;
}

/** What an audit finds that walks the store and then compares it with its topic. */
async function audit(store: readonly Kept[], topic: AsyncIterable<string>) {
  const source = sourceOf(...store);
  const chains: string[] = [];
  const seals: SealFinding[] = [];
  const { journals } = await verifyChains({ source, found: ({ event }) => chains.push(event) });
  const sealed = await verifySeals({
    source,
    published: topic,
    kept: journals,
    agencies: new Set([rcn]),
    found: (finding) => seals.push(finding),
  });
  return { chains, seals, sealed };
}

const [a, b] = [aTally('a', [1, 2]), aTally('b', [3])];
const bGrown = aTally('b', [3, 4]);
const journal = aSealedJournal({ '2026-11-26': [a, b], '2026-11-27': [bGrown] });
const sealsOf = (findings: readonly SealFinding[]) => findings.map(({ kind, event }) => `${kind} ${event}`);

describe('a sealed journal', () => {
  it('agrees with its topic as long as nothing was altered, also where events came twice', async () => {
    const { chains, seals, sealed } = await audit([a, bGrown, journal], topicOf(a, journal, journal));
    expect([chains, seals]).toEqual([[], []]);
    expect(sealed).toEqual([{ agency: rcn, date: '2026-11-27', head: journal.document?.head }]);
  });

  it('no longer does once an aggregate was cut in store and journal together', async () => {
    const { chains, seals } = await audit([a, b, journal], topicOf(journal));
    expect(chains).toEqual([]);
    expect(seals).toEqual([
      {
        kind: 'seal-broken',
        agency: rcn,
        date: '2026-11-27',
        subject: 'tally/b',
        event: 'tally/b/3',
        sentence: "the seal of 2026-11-27 of NO-03/rcn does not hold: 'tally/b/3' is no longer in the store",
      },
    ]);
  });

  it('no longer does once an aggregate was removed as if it had never been', async () => {
    const { chains, seals } = await audit([bGrown, journal], topicOf(journal));
    expect(chains).toEqual([]);
    expect(sealsOf(seals)).toEqual(['seal-broken tally/a/3']);
  });

  it('no longer does once a chain was forged whole, head and all', async () => {
    const forged = structuredClone(bGrown);
    forged.events = forged.events.map((event, i) =>
      i === 1 ? { ...event, body: event.body.replace('"amount":3', '"amount":300') } : event,
    );
    const { chains, seals } = await audit([a, rehashed(forged), journal], topicOf(journal));
    expect(chains).toEqual([]);
    expect(seals.map(({ sentence }) => sentence)).toEqual([
      "the seal of 2026-11-26 of NO-03/rcn does not hold: 'tally/b/2' has another text in the store",
      "the seal of 2026-11-27 of NO-03/rcn does not hold: 'tally/b/3' has another text in the store",
    ]);
  });

  it('no longer does once its seals were forged in the store to fit', async () => {
    const forged = aSealedJournal({ '2026-11-26': [a, b], '2026-11-27': [b] });
    const { chains, seals } = await audit([a, b, forged], topicOf(journal));
    expect(chains).toEqual([]);
    expect(sealsOf(seals)).toEqual(['seal-broken journal/NO-03.rcn/3']);
    expect(seals[0]?.sentence).toContain('and 1 more of that day differ');
  });

  it('no longer does once the whole store is empty', async () => {
    expect(sealsOf((await audit([], topicOf(journal))).seals)).toEqual([
      'seal-broken journal/NO-03.rcn/2',
      'seal-broken journal/NO-03.rcn/3',
    ]);
  });

  it('shows that its topic was cut', async () => {
    const cut = { ...journal, events: journal.events.slice(0, 2) };
    expect(sealsOf((await audit([a, bGrown, journal], topicOf(cut))).seals)).toEqual(['seal-missing journal/NO-03.rcn/3']);
    expect(sealsOf((await audit([a, bGrown, journal], topicOf())).seals)).toEqual(['seal-missing journal/NO-03.rcn/1']);
  });

  it('shows that a seal was altered, doubled or taken out of its topic', async () => {
    const [first, second, third] = journal.events as [Kept['events'][0], Kept['events'][0], Kept['events'][0]];
    const edited = { ...first, body: first.body.replace('"actor":"someone"', '"actor":"nobody"') };
    const altered = { ...journal, events: [edited, second, third] };
    const store = [a, bGrown, journal];
    expect(sealsOf((await audit(store, topicOf(altered))).seals)).toEqual(['seal-altered journal/NO-03.rcn/1']);
    expect(sealsOf((await audit(store, topicOf(journal, altered))).seals)).toEqual(['seal-altered journal/NO-03.rcn/1']);
    expect(sealsOf((await audit(store, topicOf({ ...journal, events: [first, third] }))).seals)).toEqual([
      'seal-altered journal/NO-03.rcn/2',
    ]);
  });

  it('is compared for those agencies that are asked for', async () => {
    const other = aSealedJournal({ '2026-11-27': [aTally('c', [], 'CN-331082/kjj')] }, 'CN-331082/kjj');
    const seals: SealFinding[] = [];
    const source = sourceOf(other);
    await verifySeals({
      source,
      published: topicOf(journal, other),
      kept: new Map(),
      agencies: new Set(['CN-331082/kjj'] as const),
      found: (each) => seals.push(each),
    });
    expect(sealsOf(seals)).toEqual(['seal-broken tally/c/1']);
  });
});
