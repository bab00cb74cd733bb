import { z } from 'zod';
import { aggregate, command, create, event, officerOf, refuse, role, type AgencyRef, agency, unreachable, type EventOf, type Context, service } from './index.ts';

const opened = event('box.opened', 1, z.strictObject({ by: z.string() }));
const closed = event('box.closed', 1, z.strictObject({ reason: z.string() }));
const events = [opened, closed] as const;
type BoxEvent = EventOf<typeof events>;
const Box = z.strictObject({ owner: z.custom<AgencyRef>(), status: z.enum(['open', 'closed']) });
type Box = z.output<typeof Box>;
const Reason = z.strictObject({ reason: z.string() });
const evolve = (state: Box | undefined, e: BoxEvent): Box => {
  switch (e.type) {
    case 'box.opened': return { owner: 'CN-33/kjj', status: 'open' };
    case 'box.closed': return { ...state!, status: 'closed' };
    default: return unreachable(e);
  }
};
const open = (_: undefined, __: object, { actor }: Context) => [opened({ by: actor.id })];
const close = (state: Box, input: z.output<typeof Reason>) => {
  if (state.status === 'closed') return refuse('already-closed', {});
  return [closed({ reason: input.reason })];
};
export const Boxes = aggregate('box', {
  state: Box, events, evolve, collection: 'boxes',
  audience: (s) => [agency(s.owner)],
  keys: { status: (s) => s.status },
  due: (s) => (s.status === 'open' ? { at: '2026-01-01T00:00:00.000Z', command: 'close' } : undefined),
  commands: {
    open: create(open, { input: z.strictObject({}), allow: role('officer'), emits: ['box.opened'], refuses: [] }),
    close: command(close, { input: Reason, allow: officerOf((s) => s.owner), emits: ['box.closed'], refuses: ['already-closed'] }),
  },
});
export const boxes = service('boxes', { aggregates: [Boxes], problems: {} });
// @ts-expect-error no allow
command(close, { input: Reason, emits: ['box.closed'], refuses: ['already-closed'] });
// @ts-expect-error event outside emits
command(close, { input: Reason, allow: role('officer'), emits: ['box.opened'], refuses: ['already-closed'] });
// @ts-expect-error refusal outside
command(close, { input: Reason, allow: role('officer'), emits: ['box.closed'], refuses: ['other'] });
export const standalone = command(close, { input: Reason, allow: officerOf((s) => s.owner), emits: ['box.closed'], refuses: ['already-closed'] });
