import { z } from 'zod';
import { role } from './access.ts';
import { aggregate } from './aggregate.ts';
import { command, create } from './command.ts';
import { event } from './event.ts';
import { unreachable } from './unreachable.ts';

const Nothing = z.strictObject({});
const boxOpened = event('box.opened', 1, Nothing);
const open = () => [boxOpened({})];
const row = { input: Nothing, allow: role('officer'), emits: ['box.opened'], refuses: [] } as const;
const box = {
  state: Nothing,
  events: [boxOpened],
  evolve: () => ({}),
  audience: () => [],
  keys: {},
  commands: { open: create(open, row) },
};

describe('an aggregate', () => {
  it('is collected under its name in the plural', () => {
    expect(aggregate('project', box).collection).toBe('projects');
  });

  it('is collected under another word where the plural is another', () => {
    expect(aggregate('box', { ...box, collection: 'boxes' }).collection).toBe('boxes');
  });

  it('has no tags unless it declares some', () => {
    expect(aggregate('box', box).tags).toEqual({});
  });
});

describe('a row of the command table', () => {
  it('knows whether it begins an aggregate', () => {
    expect(create(open, row).kind).toBe('create');
    expect(command((_: object) => open(), row).kind).toBe('command');
  });

  it('keeps its rule', () => {
    expect(create(open, row).decide).toBe(open);
  });
});

describe('the end of a fold', () => {
  it('is a fault for a value that no case is for, and says which', () => {
    expect(() => unreachable({ type: 'box.burnt' } as never)).toThrow('unexpected value: {"type":"box.burnt"}');
  });
});
