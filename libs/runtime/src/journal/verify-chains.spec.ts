import fc from 'fast-check';
import { type AggregateFinding, OutOfOrder, verifyChains } from './verify-chains.ts';
import { aTally, type Kept, rcn, rehashed, sourceOf } from './testing/tally-journal.ts';

async function audit(...kept: Kept[]) {
  const findings: AggregateFinding[] = [];
  const walked = await verifyChains({ source: sourceOf(...kept), found: (finding) => findings.push(finding) });
  return { ...walked, findings };
}

const found = async (...kept: Kept[]) => (await audit(...kept)).findings.map(({ kind, event }) => `${kind} ${event}`);
const others = () => [aTally('a', [1, 2]), aTally('z', [3])];
const edit = (kept: Kept, index: number, change: (body: string) => string): void => {
  kept.events = kept.events.map((event, i) => (i === index ? { ...event, body: change(event.body) } : event));
};

describe('an audit of a journal', () => {
  it('finds nothing in what was never altered', async () => {
    expect(await audit(...others())).toEqual({ aggregates: 2, events: 5, agencies: new Set([rcn]), journals: new Map(), findings: [] });
  });

  it('names an event whose text was edited, and says what was expected', async () => {
    const kept = aTally('m', [1, 2, 3]);
    edit(kept, 1, (body) => body.replace('"amount":1', '"amount":100'));
    const { findings } = await audit(...others(), kept);
    expect(findings).toEqual([
      {
        kind: 'edited',
        subject: 'tally/m',
        agency: rcn,
        event: 'tally/m/2',
        sentence: expect.stringMatching(/^'tally\/m\/2' was altered: 'tally\/m\/3' expected [0-9a-f]{12}… and its text has [0-9a-f]{12}…$/),
      },
    ]);
  });

  it.each([0, 1, 2, 3])('names the event whose link to the one before it was edited, event %i', async (index) => {
    const kept = aTally('m', [1, 2, 3]);
    edit(kept, index, (body) => body.replace(/"prevhash":"[^"]*"/, `"prevhash":"${'0'.repeat(64)}"`));
    expect(await found(kept)).toEqual([`edited tally/m/${index + 1}`]);
  });

  it('names an event that was deleted', async () => {
    const kept = aTally('m', [1, 2, 3]);
    kept.events.splice(2, 1);
    expect(await found(...others(), kept)).toEqual(['deleted tally/m/3']);
  });

  it('names an event that was deleted, though those behind it were renumbered', async () => {
    const kept = aTally('m', [1, 2, 3]);
    kept.events.splice(2, 1);
    kept.events = kept.events.map((event, i) => ({ ...event, version: i + 1, id: `tally/m/${i + 1}` }));
    expect(await found(kept)).toEqual(['reordered tally/m/3']);
  });

  it('names the first of two events that changed places', async () => {
    const kept = aTally('m', [1, 2, 3]);
    const [, second, third] = kept.events.map(({ body }) => body);
    edit(kept, 1, () => third as string);
    edit(kept, 2, () => second as string);
    expect(await found(kept)).toEqual(['reordered tally/m/2']);
  });

  it('names the first event that is missing at the end', async () => {
    const kept = aTally('m', [1, 2, 3]);
    kept.events.splice(2);
    const { findings } = await audit(kept);
    expect(findings).toMatchObject([
      { kind: 'truncated', sentence: "'tally/m/3' is missing at the end: the document is at version 4, its events end at 2" },
    ]);
  });

  it('names every event of a document that has none left', async () => {
    expect(await found({ ...aTally('m', [1]), events: [] })).toEqual(['truncated tally/m/1']);
  });

  it('names the events of an aggregate whose document is gone', async () => {
    expect(await found({ ...aTally('m', [1]), document: undefined })).toEqual(['ownerless tally/m/1']);
  });

  it('sees that a document was set back behind its events', async () => {
    const { document } = aTally('m', [1]);
    expect(await found({ ...aTally('m', [1, 2]), document })).toEqual(['set-back tally/m/3']);
  });

  it('takes what waits in the outbox for a part of the chain, whether it is in the journal already or not', async () => {
    const kept = aTally('m', [1, 2, 3]);
    const waiting = kept.events.slice(1);
    kept.document = kept.document && { ...kept.document, waiting };
    expect(await found({ ...kept, events: kept.events.slice(0, 3) })).toEqual([]);
    expect(await found({ ...kept, events: kept.events.slice(0, 1) })).toEqual([]);
    edit(kept, 2, (body) => body.replace('"amount":2', '"amount":9'));
    expect(await found(kept)).toEqual(['edited tally/m/3']);
  });

  it('sees that an event was altered where it waits to be sent, though the journal has it already', async () => {
    const kept = aTally('m', [1, 2]);
    const waiting = kept.events.slice(2).map(({ version, body }) => ({ version, body: body.replace('"amount":2', '"amount":9') }));
    kept.document = kept.document && { ...kept.document, waiting };
    expect(await found(kept)).toEqual(['edited tally/m/3']);
  });

  it('cannot see a chain that was forged whole, head and all: that is what seals are for', async () => {
    const kept = aTally('m', [1, 2, 3]);
    edit(kept, 1, (body) => body.replace('"amount":1', '"amount":100'));
    expect(await found(rehashed(kept))).toEqual([]);
  });

  it('looks again at what was written while it walked', async () => {
    const source = { ...sourceOf({ ...aTally('m', [1]), events: [] }), again: () => sourceOf(aTally('m', [1, 2])).records() };
    const findings: AggregateFinding[] = [];
    await verifyChains({ source, found: (finding) => findings.push(finding) });
    expect(findings).toEqual([]);
  });

  it('keeps to one agency where it is asked to', async () => {
    const findings: AggregateFinding[] = [];
    const source = sourceOf({ ...aTally('m', [1]), events: [] }, { ...aTally('n', [1], 'CN-331082/kjj'), events: [] });
    const walked = await verifyChains({ source, agency: 'CN-331082/kjj', found: (finding) => findings.push(finding) });
    expect(walked.aggregates).toBe(1);
    expect(findings.map(({ event }) => event)).toEqual(['tally/n/1']);
  });

  it('refuses records that are not in order, since nothing can be said of them', async () => {
    const source = {
      ...sourceOf(),
      records: async function* () {
        yield* sourceOf(aTally('z', [])).records();
        yield* sourceOf(aTally('a', [])).records();
      },
    };
    await expect(verifyChains({ source, found: () => undefined })).rejects.toThrow(OutOfOrder);
  });
});

const withAnother = (text: string, at: number): string => `${text.slice(0, at)}${text[at] === '~' ? '!' : '~'}${text.slice(at + 1)}`;

// One tally among others, one of its events, and what is done to it.
const alterations: Readonly<Record<string, (kept: Kept, at: number, where: number) => void>> = {
  'a character of its text': (kept, at, where) => edit(kept, at, (body) => withAnother(body, where % body.length)),
  'its link': (kept, at) => edit(kept, at, (body) => body.replace(/"prevhash":"[^"]*"/, `"prevhash":"${'f'.repeat(64)}"`)),
  'its id': (kept, at) => edit(kept, at, (body) => body.replace('"id":"tally', '"id":"tallx')),
  'its end': (kept, at) => edit(kept, at, (body) => body.slice(0, -1)),
  'its being there': (kept, at) => kept.events.splice(at, 1),
  'its being there, and all that follow': (kept, at) => kept.events.splice(at),
};

test.each(Object.entries(alterations))('whatever the journal, an audit names the event of which %s was altered', async (_, alter) => {
  const amounts = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(amounts, amounts, fc.nat(), fc.nat(), async (mine, other, which, where) => {
      const kept = aTally('m', mine);
      const at = which % kept.events.length;
      alter(kept, at, where);
      const { findings } = await audit(aTally('a', other), kept, aTally('z', other));
      expect(findings.map(({ event }) => event)).toEqual([`tally/m/${at + 1}`]);
    }),
  );
});
