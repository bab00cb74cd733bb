import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allianceEvents, allianceStatementFinalised, SharedTotals, SharingStatement } from './index.ts';

const golden = readFileSync(join(import.meta.dirname, '../golden/alliance.statement-finalised.v1.json'), 'utf8');
const statement = SharingStatement.parse((JSON.parse(golden) as { data: unknown }).data);

test('a final statement states a collaboration of all its members: what each got in tax and output together, under the last day of the period', () => {
  expect(allianceStatementFinalised.states?.(statement, 'CN-3310.kjj.2026-01')).toEqual({
    kind: 'alliance',
    part: '2026-Q1',
    date: '2026-03-31',
    sides: [
      { party: 'CN-331082/kjj', region: 'CN-331082', role: 'partner', amount: { amount: 523152213 + 7470000000, currency: 'CNY' } },
      { party: 'CN-310115/kjw', region: 'CN-310115', role: 'partner', amount: { amount: 348768142 + 4980000000, currency: 'CNY' } },
    ],
  });
});

test('the statement of another period is another part, so that neither replaces the other', () => {
  expect(allianceStatementFinalised.states?.({ ...statement, period: '2026-Q2' }, 'CN-3310.kjj.2026-01')).toMatchObject({
    part: '2026-Q2',
    date: '2026-06-30',
  });
});

test('the greatest amounts of tax and output still are exact when they are one amount', () => {
  const most = 4_000_000_000_000_000;
  const parts = statement.parts.slice(0, 1).map((part) => ({ ...part, tax: most, output: most }));
  const stated = allianceStatementFinalised.states?.(SharingStatement.parse({ ...statement, parts }), 'CN-3310.kjj.2026-01');
  expect(Number.isSafeInteger(stated?.sides[0]?.amount?.amount)).toBe(true);
  expect(SharedTotals.safeParse({ ...statement.totals, tax: most + 1 }).success).toBe(false);
});

test('what is stated, confirmed, disputed or corrected is no collaboration until it is final', () => {
  expect(allianceEvents.filter((definition) => 'states' in definition)).toEqual([allianceStatementFinalised]);
});
