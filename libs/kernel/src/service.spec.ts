import { z } from 'zod';
import { role } from './access.ts';
import { aggregate, type AnyAggregate } from './aggregate.ts';
import { command, create } from './command.ts';
import { earlier, event } from './event.ts';
import { projection } from './projection.ts';
import { query } from './query.ts';
import { reaction } from './reaction.ts';
import { type ProblemRow, refuse } from './refusal.ts';
import { consumersOf, DeclarationFault, keepsRecords, service } from './service.ts';

const nothing = z.strictObject({});
const boxOpened = event('box.opened', 1, nothing);
const boxClosed = event('box.closed', 1, nothing);
const rainBegun = event('rain.begun', 1, nothing);
const allow = role('officer');

const open = create(() => [boxOpened({})], { input: nothing, allow, emits: ['box.opened'], refuses: [] });
const close = command((_: object) => (Object.keys(_).length > 0 ? refuse('closed-already') : [boxClosed({})]), {
  input: nothing,
  allow,
  emits: ['box.closed'],
  refuses: ['closed-already'],
});
const declaration = {
  collection: 'boxes',
  state: nothing,
  events: [boxOpened, boxClosed],
  evolve: () => ({}),
  audience: () => [],
  keys: { status: () => 'open' },
  tags: { users: () => [] },
  commands: { open, close },
} as const;
const Box = aggregate('box', declaration);
const changed = (changes: Partial<AnyAggregate>): AnyAggregate => ({ ...Box, ...changes });

const row: ProblemRow = { kind: 'conflict', title: { zh: '已关闭', en: 'Closed already' }, remedy: { zh: '无需再关', en: 'Leave it' } };
const problems = { 'closed-already': row };
const closeOnRain = { context: 'weather', on: rainBegun, aggregate: Box, command: 'close', orders: () => [] };
const boxCount = { path: '/box-count', input: nothing, output: nothing, allow, refuses: [] };

/** The faults of a service that has this changed, and nothing else wrong. */
function faultsOf(changes: Partial<Parameters<typeof service>[1]>, context = 'boxes'): readonly string[] {
  try {
    service(context, { aggregates: [Box], problems, ...changes });
    return [];
  } catch (error) {
    if (error instanceof DeclarationFault) return error.faults;
    throw error;
  }
}

describe('a service', () => {
  it('is what was declared, with nothing for what was left out', () => {
    expect(service('boxes', { aggregates: [Box], problems })).toEqual({
      context: 'boxes',
      aggregates: [Box],
      reactions: [],
      projections: [],
      queries: [],
      consumers: [],
      problems,
    });
  });

  it('consumes by its reactions, its projections and what its adapters bring', () => {
    const rain = projection('rain', { context: 'weather', from: [rainBegun], apply: () => ({}) });
    expect(consumersOf(service('boxes', { aggregates: [Box], projections: [rain], consumers: ['facts'], problems }))).toEqual([
      'rain',
      'facts',
    ]);
  });

  it('needs a store for its documents or for what it keeps of others, and none for what its adapters bring', () => {
    const rain = projection('rain', { context: 'weather', from: [rainBegun], apply: () => ({}) });
    expect(keepsRecords(service('boxes', { aggregates: [Box], problems }))).toBe(true);
    expect(keepsRecords(service('forecasts', { projections: [rain], problems: {} }))).toBe(true);
    expect(keepsRecords(service('figures', { consumers: ['facts'], problems: {} }))).toBe(false);
  });

  it('accepts a reaction, a projection and a query', () => {
    const rain = projection('rain', { context: 'weather', from: [rainBegun], apply: () => ({}) });
    expect(
      faultsOf({ reactions: [reaction('close on rain', closeOnRain)], projections: [rain], queries: [query('box count', boxCount)] }),
    ).toEqual([]);
  });

  it('says everything that is wrong at once, in a message that names the service', () => {
    const wrongly = () =>
      service('boxes', { aggregates: [changed({ commands: { open, close, shut: { ...close, emits: [] } } })], problems: {} });
    expect(wrongly).toThrow(
      "service 'boxes' is declared wrongly:\n- command 'shut' of 'box' emits nothing\n- refusal 'closed-already' has no row in the problem table",
    );
  });

  it('is named in small letters, since its topics and event types are named after it', () => {
    expect(faultsOf({}, 'Boxes.And_lids')).toEqual([
      "service 'Boxes.And_lids' must be named in small letters, digits and hyphens: it stands in topics and event types",
    ]);
  });
});

describe('an aggregate', () => {
  const lidded = aggregate('lid', { ...declaration, events: [], commands: {} });

  it('has a collection of its own', () => {
    const again = {
      ...Box,
      name: 'crate',
      events: [event('crate.opened', 1, nothing)],
      commands: { open: { ...open, emits: ['crate.opened'] } },
    };
    expect(faultsOf({ aggregates: [Box, again] })).toEqual(["two aggregates share the collection 'boxes'"]);
  });

  it('has a name of its own', () => {
    expect(faultsOf({ aggregates: [Box, { ...Box, collection: 'crates' }] })).toEqual(["two aggregates are named 'box'"]);
  });

  it('is named in small letters, and so is its collection', () => {
    expect(faultsOf({ aggregates: [{ ...Box, name: 'Box', collection: 'All boxes', events: [] }] })).toEqual([
      "aggregate 'Box' must be named in small letters, digits and hyphens: it stands in event ids",
      "collection 'All boxes' of 'Box' must be named in small letters, digits and hyphens: it stands in addresses",
    ]);
  });

  it('begins with exactly one create', () => {
    expect(faultsOf({ aggregates: [lidded], problems: {} })).toEqual([
      "aggregate 'lid' has 0 create commands (none); it needs exactly one",
    ]);
    expect(faultsOf({ aggregates: [changed({ commands: { open, reopen: open, close } })] })).toEqual([
      "aggregate 'box' has 2 create commands (open, reopen); it needs exactly one",
    ]);
  });

  it('declares an event once', () => {
    expect(faultsOf({ aggregates: [changed({ events: [boxOpened, boxClosed, boxOpened] })] })).toEqual([
      "aggregate 'box' declares event 'box.opened' twice",
    ]);
  });

  it('declares no event that none of its commands emits', () => {
    expect(faultsOf({ aggregates: [changed({ events: [boxOpened, boxClosed, event('box.burnt', 1, nothing)] })] })).toEqual([
      "event 'box.burnt' of 'box' is emitted by no command",
    ]);
  });

  it('is found by a word either as a key or as a tag', () => {
    expect(faultsOf({ aggregates: [changed({ tags: { status: () => [] } })] })).toEqual([
      "'status' of 'box' is a key and a tag; it can be one",
    ]);
  });

  it('has an excerpt that is found by keys and tags of its own, under an address of its own', () => {
    const excerpt = { collection: 'open-boxes', state: nothing, audience: () => [], of: () => ({}), findBy: ['status', 'users'] };
    const faults = (changes: object) => faultsOf({ aggregates: [changed({ excerpt: { ...excerpt, ...changes } })] });
    expect(faults({})).toEqual([]);
    expect(faults({ findBy: ['colour'] })).toEqual(["the excerpt of 'box' is found by 'colour', which is no key and no tag of it"]);
    expect(faults({ collection: 'boxes' })).toEqual(["two aggregates share the collection 'boxes'"]);
    expect(faults({ collection: 'Open Boxes' })).toEqual([
      "collection 'Open Boxes' of 'box' must be named in small letters, digits and hyphens: it stands in addresses",
    ]);
  });

  it.each(['limit', 'after', 'sort', 'count'])('has no key and no tag named %s, which the list route needs for itself', (word) => {
    const fault = `key '${word}' of 'box' is a word of the list route; name it otherwise`;
    expect(faultsOf({ aggregates: [changed({ keys: { [word]: () => 1 } })] })).toEqual([fault]);
    expect(faultsOf({ aggregates: [changed({ tags: { [word]: () => [] } })] })).toEqual([fault]);
  });
});

const withEvent = (type: `${string}.${string}`, version = 1, options = {}) =>
  faultsOf({
    aggregates: [
      changed({
        events: [boxOpened, boxClosed, event(type, version, nothing, options)],
        commands: { open, close, more: { ...close, emits: [type] } },
      }),
    ],
  });
const after = (type: `${string}.${string}`, version: number) => ({ earlier: earlier(event(type, version, nothing), () => ({})) });

describe('an event', () => {
  it('begins with the name of its aggregate', () => {
    expect(withEvent('rain.begun')).toEqual(["event 'rain.begun' must begin with its aggregate's name: 'box.…'"]);
    expect(withEvent('boxes.sold')).toEqual(["event 'boxes.sold' must begin with its aggregate's name: 'box.…'"]);
  });

  it.each(['box.Moved', 'box.', 'box.moved.twice', 'box.moved twice'] as const)('is named in small letters and hyphens, not %s', (type) => {
    expect(withEvent(type)).toEqual([`event '${type}' must be named in small letters, digits and hyphens: it stands in event types`]);
  });

  it('may have hyphens in its name', () => {
    expect(withEvent('box.moved-twice')).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN])('has a whole version from one upward, not %p', (version) => {
    expect(withEvent('box.moved', version)).toEqual([`event 'box.moved' has version ${version}; a version is a whole number from 1`]);
  });
});

describe('a version of an event', () => {
  it('follows its own version before it', () => {
    expect(withEvent('box.moved', 2, after('box.moved', 1))).toEqual([]);
  });

  it.each([
    ['box.moved', 2],
    ['box.moved', 3],
    ['box.shifted', 1],
  ] as const)('does not follow %s version %i where it is version 2 of box.moved', (type, version) => {
    expect(withEvent('box.moved', 2, after(type, version))).toEqual([
      `event 'box.moved' version 2 follows '${type}' version ${version}; it must follow its own version 1`,
    ]);
  });
});

describe('a command', () => {
  it('emits something', () => {
    expect(faultsOf({ aggregates: [changed({ commands: { open, close, look: { ...close, emits: [] } } })] })).toEqual([
      "command 'look' of 'box' emits nothing",
    ]);
  });

  it('gives no id unless it begins the aggregate', () => {
    expect(faultsOf({ aggregates: [changed({ commands: { open, close: { ...close, id: () => 'one' } } })] })).toEqual([
      "command 'close' of 'box' gives an id, which only a create can",
    ]);
    expect(faultsOf({ aggregates: [changed({ commands: { open: { ...open, id: () => 'one' }, close } })] })).toEqual([]);
  });

  it('is named like a function, since its address is made from its name', () => {
    expect(faultsOf({ aggregates: [changed({ commands: { open, 'close-lid': close } })] })).toEqual([
      "command 'close-lid' of 'box' must be named like a function, such as 'setPlan': its address is made from that",
    ]);
  });
});

describe('the problem table', () => {
  it('has a row for what a command refuses', () => {
    expect(faultsOf({ problems: {} })).toEqual(["refusal 'closed-already' has no row in the problem table"]);
  });

  it('has a row for what a query refuses', () => {
    expect(faultsOf({ queries: [query('box count', { ...boxCount, refuses: ['too-many'] })] })).toEqual([
      "refusal 'too-many' has no row in the problem table",
    ]);
  });

  it('has no row that nothing refuses', () => {
    expect(faultsOf({ problems: { ...problems, 'too-late': row } })).toEqual(["problem 'too-late' is refused by no command and no query"]);
  });

  it('does not take for a row what every object has', () => {
    expect(faultsOf({ queries: [query('box count', { ...boxCount, refuses: ['constructor'] })] })).toEqual([
      "refusal 'constructor' has no row in the problem table",
    ]);
  });
});

describe('a query', () => {
  it('has a name of its own', () => {
    const counts = [query('box count', boxCount), query('box count', { ...boxCount, path: '/other' })];
    expect(faultsOf({ queries: counts })).toEqual(["two queries are named 'box count'"]);
  });
});

describe('a reaction', () => {
  it('has a name of its own, since what it has done is remembered under it', () => {
    expect(faultsOf({ reactions: [reaction('close on rain', closeOnRain), reaction('close on rain', closeOnRain)] })).toEqual([
      "two reactions are named 'close on rain'",
    ]);
  });

  it('gives commands to an aggregate of its own service', () => {
    expect(faultsOf({ aggregates: [], problems: {}, reactions: [reaction('close on rain', closeOnRain)] })).toEqual([
      "reaction 'close on rain' gives a command on 'box', which is not an aggregate of this service",
    ]);
  });

  it('may follow an event of its own service', () => {
    const follow = { ...closeOnRain, context: 'boxes', on: boxOpened, orders: () => [] };
    expect(faultsOf({ reactions: [reaction('close what was opened', follow)] })).toEqual([]);
  });

  it.each(['burn', 'toString'])('gives no command that its aggregate does not have, such as %s', (given) => {
    expect(faultsOf({ reactions: [reaction('close on rain', { ...closeOnRain, command: given })] })).toEqual([
      `reaction 'close on rain' gives '${given}', which is not a command of 'box'`,
    ]);
  });

  it('lets pass only what its command refuses with', () => {
    const unless = ['closed-already', 'rained-away'];
    expect(faultsOf({ reactions: [reaction('close on rain', { ...closeOnRain, unless })] })).toEqual([
      "reaction 'close on rain' lets 'rained-away' pass, which 'close' of 'box' never refuses with",
    ]);
  });
});

describe('a projection', () => {
  const rain = { context: 'weather', from: [rainBegun], apply: () => ({}) };

  it('has a name of its own', () => {
    expect(faultsOf({ projections: [projection('rain', rain), projection('rain', rain)] })).toEqual(["two projections are named 'rain'"]);
  });

  it('is not named like a collection, since both are looked up by name', () => {
    expect(faultsOf({ projections: [projection('boxes', rain)] })).toEqual([
      "projection 'boxes' has the name of a collection; name it otherwise",
    ]);
  });
});
