import type { ApplicationContent } from '@xietong/contracts-projects';
import type { Random } from '@xietong/testing';
import type { AreaWords } from './areas.ts';
import { days } from './moments.ts';
import type { PlannedOrganisation } from './organisations.ts';
import { sharesOf } from './shares.ts';

const fenPerWan = 1_000_000;
/** Out of ten applications, so many have a partner of another region. */
const crossRegionOfTen = 7;

/** What an application says; its lead is the organisation given, its partners are others that apply too. */
export function contentOf(
  random: Random,
  area: AreaWords,
  lead: PlannedOrganisation,
  organisations: readonly PlannedOrganisation[],
): ApplicationContent {
  const [object, technique] = [random.pick(area.objects), random.pick(area.techniques)];
  const partners = partnersOf(random, lead, organisations);
  const shares = sharesOf(random, partners.length + 1);
  return {
    title: `面向${object}的${technique}技术研发与示范`,
    area: area.code,
    summary: `围绕${object}的实际需要，联合攻关${technique}，在两个以上应用现场完成示范，形成可复制的做法。`,
    goals: `完成${technique}样机或中试一套，示范应用不少于两处，制定技术规范一项，申请发明专利两件以上。`,
    parties: [lead, ...partners].map(({ id, name, region, kind }, place) => ({
      role: place === 0 ? ('lead' as const) : ('partner' as const),
      organisation: { id, name, region, kind },
      shareBasisPoints: shares[place] ?? 0,
      tasks: place === 0 ? `总体方案、${technique}的集成与示范` : `${technique}的关键部件与现场验证`,
    })),
    budget: { amount: (80 + random.whole(220)) * fenPerWan, currency: 'CNY' },
    startsOn: days.termBegins,
    endsOn: days.termEnds,
  };
}

function partnersOf(random: Random, lead: PlannedOrganisation, organisations: readonly PlannedOrganisation[]): PlannedOrganisation[] {
  const [near, far] = [true, false].map((isNear) =>
    random.shuffled(organisations.filter(({ id, region }) => id !== lead.id && (region === lead.region) === isNear)),
  ) as [PlannedOrganisation[], PlannedOrganisation[]];
  const count = random.whole(3);
  return random.whole(10) < crossRegionOfTen ? far.slice(0, count + 1) : near.slice(0, count);
}

/** Of what was asked for, between six and ten tenths are granted, in whole 10,000 yuan. */
export const grantOf = (random: Random, { amount, currency }: ApplicationContent['budget']): ApplicationContent['budget'] => ({
  amount: Math.floor((amount * (60 + random.whole(41))) / 100 / fenPerWan) * fenPerWan,
  currency,
});
