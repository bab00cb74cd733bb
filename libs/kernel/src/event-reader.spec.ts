import { z } from 'zod';
import { earlier, event, versionsOf } from './event.ts';
import { eventReader } from './event-reader.ts';

// A contract whose amount was once a bare number of euros, then cent, and now money.
const signed1 = event('contract.signed', 1, z.object({ euros: z.int() }));
const signed2 = event('contract.signed', 2, z.object({ cent: z.int() }), {
  earlier: earlier(signed1, ({ euros }) => ({ cent: euros * 100 })),
});
const signed = event('contract.signed', 3, z.object({ amount: z.int(), currency: z.string() }), {
  earlier: earlier(signed2, ({ cent }) => ({ amount: cent, currency: 'EUR' })),
});
const ended = event('contract.ended', 1, z.object({ reason: z.string() }));
const read = eventReader('market', [signed, ended]);

describe('an event that was stored years ago', () => {
  it.each([
    ['xietong.market.contract.signed.v1', { euros: 7 }],
    ['xietong.market.contract.signed.v2', { cent: 700 }],
    ['xietong.market.contract.signed.v3', { amount: 700, currency: 'EUR' }],
  ])('as %s is read as the event of today', (type, data) => {
    const today = { type: 'contract.signed', data: { amount: 700, currency: 'EUR' } };
    expect(read(type, data)).toEqual({ definition: signed, event: today });
  });

  it('is held to the schema of its own version, and the fields at fault are named without their values', () => {
    expect(read('xietong.market.contract.signed.v1', { cent: 700 })).toEqual({ unfit: 'euros' });
    expect(read('xietong.market.contract.ended.v1', { reason: 7 })).toEqual({ unfit: 'reason' });
  });

  it('does not hold up others when raising it throws', () => {
    const broken = event('contract.ended', 2, z.object({ cause: z.string() }), {
      earlier: earlier(ended, () => {
        throw new Error('a bug in the upcast');
      }),
    });
    const answer = eventReader('market', [broken])('xietong.market.contract.ended.v1', { reason: 'bankrupt' });
    expect(answer).toEqual({ unfit: 'raised to version 2: the whole' });
  });

  it('is held to the schema of today once it is raised', () => {
    const careless = event('contract.ended', 2, z.object({ cause: z.string() }), {
      earlier: earlier(ended, ({ reason }) => ({ cause: reason.split(':')[1]?.trim() as string })),
    });
    const answer = eventReader('market', [careless])('xietong.market.contract.ended.v1', { reason: 'no colon in it' });
    expect(answer).toEqual({ unfit: 'raised to version 2: cause' });
  });

  it('is not known in a version that is still to come, nor in another context', () => {
    expect(read('xietong.market.contract.signed.v4', {})).toBeUndefined();
    expect(read('xietong.fund.contract.signed.v3', {})).toBeUndefined();
  });
});

test('a definition has all its versions, the newest first', () => {
  expect(versionsOf(signed)).toEqual([signed, signed2, signed1]);
});
