import type { PlannedAlliance, PlannedStatement } from '../plan/alliances.ts';
import { forEach, give, idOfNumber, officer, type Stage } from './stage.ts';

const giveOnAlliance = (stage: Stage, as: string, { number }: PlannedAlliance, command: string, body: object, about: string) =>
  give(stage, as, `/v1/alliances/${idOfNumber(number)}/${command}`, `alliance-${number}/${about}`, body);

/** The agency enters the alliances, and how their members share. */
export const foundAlliances = (stage: Stage): Promise<void> =>
  forEach(stage.plan.alliances, async (alliance) => {
    const { number, kind, title, beginsOn, members } = alliance;
    await give(stage, officer, '/v1/alliances', `alliance-${number}/found`, {
      number,
      kind,
      title,
      beginsOn,
      members: members.map(({ id, name, region }) => ({ id, name, region })),
    });
    const shares = members.map(({ id, basisPoints }) => ({ member: id, basisPoints }));
    await giveOnAlliance(stage, officer, alliance, 'agree-sharing-rule', { from: beginsOn, shares }, 'rule');
  });

/** What a quarter brought is stated, doubted where it was wrong at first, and confirmed by every member. */
export const stateQuarter =
  (period: string) =>
  (stage: Stage): Promise<void> =>
    forEach(stage.plan.alliances, async (alliance) => {
      const statement = alliance.statements.find((one) => one.period === period);
      if (!statement) return;
      const { tax, output, firstTax = tax } = statement;
      await giveOnAlliance(
        stage,
        officer,
        alliance,
        'state',
        { period, totals: { tax: firstTax, output, currency: 'CNY' } },
        `state-${period}`,
      );
      if (firstTax !== tax) await dispute(stage, alliance, statement);
      for (const { id, username } of alliance.members)
        await giveOnAlliance(stage, username, alliance, 'confirm', { period, member: id }, `confirm-${period}-${id.slice(-6)}`);
    });

async function dispute(stage: Stage, alliance: PlannedAlliance, { period, tax, output }: PlannedStatement): Promise<void> {
  const doubting = alliance.members.at(-1);
  if (!doubting) throw new Error('an alliance has members');
  await giveOnAlliance(
    stage,
    doubting.username,
    alliance,
    'dispute',
    { period, member: doubting.id, field: 'tax', reason: '结算单把两笔已退税款计入了分享税收。' },
    `dispute-${period}`,
  );
  const totals = { tax, output, currency: 'CNY' };
  await giveOnAlliance(stage, officer, alliance, 'correct', { period, totals, reason: '核减已退税款后重新结算。' }, `correct-${period}`);
}
