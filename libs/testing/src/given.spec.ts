import { aggregate } from '@xietong/kernel';
import { clock, director, officer } from './actors.ts';
import { door, DoorAggregate, doorClosed, doorHung, doorOpened } from './door.fixture.ts';
import { denied, invalidInput, refusal } from './expectations.ts';
import { given, stateAfter } from './given.ts';

const owner = 'NO-03/rcn';
const now = '2026-02-01T10:00:00.000Z';
const hung = doorHung({ owner });
const opened = doorOpened({ degrees: 90, closesAt: now });
const usually = { actor: officer(owner), now } as const;

describe('a specification holds', () => {
  test('when the command makes the events that it names', () => {
    given(DoorAggregate, []).when('hang', {}, usually).then([hung]);
    given(DoorAggregate, [hung], usually).when('open', { degrees: 90 }).then([opened]);
    given(DoorAggregate, [hung, opened], usually)
      .when('close', {})
      .then([doorClosed({})]);
  });

  test('when the command is refused as it says', () => {
    given(DoorAggregate, [hung, opened], usually)
      .when('open', { degrees: 10 })
      .then(refusal('open-already', { field: 'degrees', details: { degrees: 90 } }));
    given(DoorAggregate, [hung], usually).when('close', {}).then(refusal('closed-already'));
  });

  test('when the actor may not give the command', () => {
    for (const actor of [director(owner), officer('NO-03/inn'), clock()])
      given(DoorAggregate, [hung], usually).when('open', { degrees: 9 }, { actor }).then(denied);
  });

  test('when the input does not fit at the path that it names', () => {
    given(DoorAggregate, [hung], usually).when('open', { degrees: 0 }).then(invalidInput('degrees'));
  });
});

describe('a specification fails', () => {
  const failing: [string, () => void, RegExp][] = [
    ['when other events happen', () => given(DoorAggregate, [hung], usually).when('open', { degrees: 80 }).then([opened]), /degrees/],
    [
      'when events happen instead of a refusal',
      () => given(DoorAggregate, [hung], usually).when('open', { degrees: 9 }).then(refusal('open-already')),
      /happened/,
    ],
    [
      'when a refusal comes instead of events',
      () =>
        given(DoorAggregate, [hung], usually)
          .when('close', {})
          .then([doorClosed({})]),
      /closed-already/,
    ],
    [
      'when another refusal comes',
      () => given(DoorAggregate, [hung], usually).when('close', {}).then(refusal('open-already')),
      /closed-already/,
    ],
    [
      'when the refusal names a field that it does not',
      () => given(DoorAggregate, [hung, opened], usually).when('open', { degrees: 9 }).then(refusal('open-already')),
      /field/,
    ],
    [
      'when an actor who may not give the command would',
      () => given(DoorAggregate, [hung]).when('open', { degrees: 9 }, { actor: clock() }).then([opened]),
      /denied/,
    ],
    ['when nobody gives the command', () => given(DoorAggregate, [hung]).when('open', { degrees: 9 }), /say who gives 'open'/],
    ['when a command is given on nothing', () => given(DoorAggregate, [], usually).when('close', {}), /'close' needs a 'door'/],
    ['when what exists is begun again', () => given(DoorAggregate, [hung], usually).when('hang', {}), /'hang' begins a 'door'/],
    [
      'when a given event does not fit its schema',
      () => given(DoorAggregate, [hung, doorOpened({ degrees: 0.5, closesAt: now })]),
      /expected int/,
    ],
    ['when an event is not the same after it was text', () => given(DoorAggregate, [doorHung({ owner: new Date(0) as never })]), /1970/],
    [
      'when a state has a field that is undefined, which no text can keep',
      () => given(aggregate('door', { ...door, evolve: (...args) => ({ ...door.evolve(...args), closesAt: undefined }) }), [hung]),
      /closesAt/,
    ],
    [
      'when a new state does not fit its schema',
      () =>
        given(DoorAggregate, [hung], usually)
          .when('open', { degrees: 200 })
          .then([doorOpened({ degrees: 200, closesAt: now })]),
      /<=180/,
    ],
    [
      'when nobody may read the state',
      () => given(aggregate('door', { ...door, audience: () => [] }), [hung]),
      /nobody may read the 'door'/,
    ],
    ['when a tag is no text', () => given(aggregate('door', { ...door, tags: { angles: () => [90 as never] } }), [hung]), /angles/],
    ['when a key has no value to sort by', () => given(aggregate('door', { ...door, keys: { size: () => NaN } }), [hung]), /size/],
    [
      'when the deadline is no instant',
      () => given(aggregate('door', { ...door, due: () => ({ at: 'soon' as never, command: 'close' as const }) }), [hung]),
      /due at 'soon'/,
    ],
    [
      'when the deadline gives no command',
      () => given(aggregate('door', { ...door, due: () => ({ at: now, command: 'shut' as never }) }), [hung]),
      /no command 'shut'/,
    ],
    [
      'when an event is not of the aggregate',
      () => given(DoorAggregate, [{ type: 'door.painted', data: {} } as never]),
      /declares no event 'door.painted'/,
    ],
  ];

  test.each(failing)('%s', (_, specification, sentence) => {
    expect(specification).toThrow(sentence);
  });
});

test('the state after events can be looked at', () => {
  expect(stateAfter(DoorAggregate, [hung, opened])).toEqual({ owner, degrees: 90, closesAt: now });
  expect(() => stateAfter(DoorAggregate, [])).toThrow("give the events that begin the 'door'");
});
