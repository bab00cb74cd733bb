import { z } from 'zod';
import type { Collaboration } from './collaboration.ts';
import { event, wireType } from './event.ts';

const Agreement = z.strictObject({ from: z.string(), to: z.string() });
const states = ({ from, to }: z.output<typeof Agreement>, aggregateId: string): Collaboration => ({
  kind: aggregateId,
  date: '2026-01-05',
  sides: [
    { party: from, role: 'from' },
    { party: to, role: 'to' },
  ],
});

describe('an event definition', () => {
  it('makes events of its type', () => {
    const agreed = event('pairing.agreed', 1, Agreement);
    expect(agreed({ from: 'Oslo', to: 'Viken' })).toEqual({ type: 'pairing.agreed', data: { from: 'Oslo', to: 'Viken' } });
  });

  it('keeps its type, version and schema for those who read the event', () => {
    expect({ ...event('pairing.agreed', 2, Agreement) }).toEqual({ type: 'pairing.agreed', version: 2, schema: Agreement });
  });

  it('says which collaboration the event states', () => {
    const agreed = event('pairing.agreed', 1, Agreement, { states });
    expect(agreed.states?.({ from: 'Oslo', to: 'Viken' }, 'pairing')).toEqual({
      kind: 'pairing',
      date: '2026-01-05',
      sides: [
        { party: 'Oslo', role: 'from' },
        { party: 'Viken', role: 'to' },
      ],
    });
  });

  it('states no collaboration unless it is told how', () => {
    expect(event('pairing.agreed', 1, Agreement).states).toBeUndefined();
  });
});

describe('the measurements of an event', () => {
  it('are made of its data and of what its envelope says', () => {
    const agreed = event('pairing.agreed', 1, Agreement, {
      tells: ({ from }, { aggregateId, version, agency, time }) => [
        { measure: 'pairing.agreement', part: `${aggregateId}/${version}`, date: '2026-01-05', state: [from, agency, time].join(' ') },
      ],
    });
    const told = { aggregateId: 'NO-03.rcn.1', version: 2, agency: 'NO-03/rcn', time: '2026-01-05T08:00:00.000Z' } as const;
    expect(agreed.tells?.({ from: 'Oslo', to: 'Viken' }, told)).toEqual([
      {
        measure: 'pairing.agreement',
        part: 'NO-03.rcn.1/2',
        date: '2026-01-05',
        state: 'Oslo NO-03/rcn 2026-01-05T08:00:00.000Z',
      },
    ]);
  });

  it('are none unless it is told how', () => {
    expect(event('pairing.agreed', 1, Agreement).tells).toBeUndefined();
  });
});

describe('the type on the wire', () => {
  it('holds the context, the event and its version', () => {
    expect(wireType('projects', event('project.registered', 1, Agreement))).toBe('xietong.projects.project.registered.v1');
    expect(wireType('projects', event('project.participants-amended', 12, Agreement))).toBe(
      'xietong.projects.project.participants-amended.v12',
    );
  });
});
