import type { Participant } from '@xietong/contracts-projects';
import { inListOrder, regionsOf, totalAmount } from './project-facts.ts';

const participant = (no: number, region: 'NO-03' | 'NO-30' | undefined, role: 'lead' | 'partner', cents: number): Participant => ({
  no,
  organisation: { name: `Organisation ${no}`, ...(region ? { region } : {}) } as Participant['organisation'],
  role,
  amount: { amount: cents, currency: 'EUR' },
});

const participants = [
  participant(2, 'NO-03', 'partner', 100),
  participant(1, undefined, 'partner', 250),
  participant(3, 'NO-30', 'lead', 50),
  participant(4, 'NO-03', 'partner', 0),
];

describe('a project', () => {
  test('takes place in the regions of its participants, the lead’s first, each once', () => {
    expect(regionsOf({ participants })).toEqual(['NO-30', 'NO-03']);
  });

  test('is granted what its participants are granted together', () => {
    expect(totalAmount({ participants })).toEqual({ amount: 400, currency: 'EUR' });
    expect(totalAmount({ participants: [] })).toBeUndefined();
  });

  test('lists its lead first, then the others by number', () => {
    expect(inListOrder({ participants }).map(({ no }) => no)).toEqual([3, 1, 2, 4]);
  });
});
