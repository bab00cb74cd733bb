import { aggregate, type AnyAggregate } from '@xietong/kernel';
import fc from 'fast-check';
import { officer } from './actors.ts';
import { commandSequences, eventsOutOfReach, play, type Step } from './command-sequences.ts';
import { door, DoorAggregate } from './door.fixture.ts';

const around = { actor: officer('NO-03/rcn'), now: '2026-02-01T10:00:00.000Z' } as const;
const inputs = (degreesMax: number) => ({
  open: fc.record({ degrees: fc.integer({ min: 1, max: degreesMax }) }),
});
const step = (command: string, input: object = {}, hoursLater = 1): Step => ({ command, input, hoursLater });

test('every sequence begins with the create and goes on with other commands', () => {
  for (const [first, ...others] of fc.sample(commandSequences(DoorAggregate, inputs(180)), 100)) {
    expect(first?.command).toBe('hang');
    expect(others.map(({ command }) => command)).not.toContain('hang');
  }
});

test('every command that takes input needs an arbitrary for it', () => {
  expect(() => commandSequences(DoorAggregate, {})).toThrow("give an arbitrary for the input of 'open'");
});

test('playing gives the commands in order, hours apart, and leaves out what is refused', () => {
  const events = play(DoorAggregate, [step('hang'), step('open', { degrees: 90 }), step('open', { degrees: 10 }), step('close')], around);
  expect(events).toEqual([
    { type: 'door.hung', data: { owner: 'NO-03/rcn' } },
    { type: 'door.opened', data: { degrees: 90, closesAt: '2026-02-01T12:00:00.000Z' } },
    { type: 'door.closed', data: {} },
  ]);
});

test('an event that no sequence leads to is named', () => {
  expect(eventsOutOfReach(DoorAggregate, commandSequences(DoorAggregate, inputs(180)), around)).toEqual([]);
  const nailed = aggregate('door', { ...door, commands: { hang: door.commands.hang, close: door.commands.close } });
  expect(eventsOutOfReach(nailed, commandSequences(nailed, {}), around, 100)).toEqual(['door.opened', 'door.closed']);
});

test('a sequence that leads to a state outside its schema is found', () => {
  const property = fc.property(commandSequences(DoorAggregate, inputs(360)), (steps) => void play(DoorAggregate, steps, around));
  expect(fc.check(property).failed).toBe(true);
});

test('a fold that remembers more than the events tell is found', () => {
  let folds = 0;
  const forgetful = aggregate('door', { ...door, evolve: (...args) => ({ ...door.evolve(...args), degrees: (folds += 1) }) });
  expect(() => play(forgetful, [step('hang')], around)).toThrow(/degrees/);
});

test.each([
  ['an event', { close: { ...door.commands.close, emits: [] } }, [step('hang'), step('open', { degrees: 9 }), step('close')]],
  ['a refusal', { close: { ...door.commands.close, refuses: [] } }, [step('hang'), step('close')]],
])('a command that answers %s beyond what it declares is found', (_, changed, steps) => {
  const careless: AnyAggregate = { ...DoorAggregate, commands: { ...DoorAggregate.commands, ...changed } };
  expect(() => play(careless, steps, around)).toThrow("'close'");
});
