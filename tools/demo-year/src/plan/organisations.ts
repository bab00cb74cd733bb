import type { OrganisationId, RegionCode } from '@xietong/domain';
import type { Random } from '@xietong/testing';
import { type Registered, usciOf } from './usci.ts';

/** Where applications come from: six counties of Zhejiang, one of Shanghai, one of Jiangsu. The city that calls is the first. */
export const regions = [
  { code: 'CN-331082', city: '临海' },
  { code: 'CN-331002', city: '椒江' },
  { code: 'CN-330108', city: '滨江' },
  { code: 'CN-330212', city: '鄞州' },
  { code: 'CN-330302', city: '鹿城' },
  { code: 'CN-330482', city: '平湖' },
  { code: 'CN-310115', city: '浦东' },
  { code: 'CN-320583', city: '昆山' },
] as const satisfies readonly { readonly code: RegionCode; readonly city: string }[];

/** An invented organisation, and the login of who acts for it. */
export interface PlannedOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly region: RegionCode;
  readonly kind: 'enterprise' | 'university' | 'institute';
  readonly username: string;
}

const brands = [
  '瀚远',
  '拓岳',
  '凌峰',
  '海辰',
  '朗岳',
  '恒岩',
  '云衢',
  '启衡',
  '澄川',
  '明岸',
  '锐程',
  '嘉弘',
  '沐晨',
  '越澜',
  '同泽',
  '卓屿',
];
const trades = ['智能装备', '生物科技', '新材料', '数字科技', '环境工程', '精密机械', '医药化工', '能源科技'];

const shapes: readonly { readonly kind: PlannedOrganisation['kind']; readonly registered: Registered }[] = [
  { kind: 'enterprise', registered: '91' },
  { kind: 'enterprise', registered: '91' },
  { kind: 'institute', registered: '12' },
  { kind: 'enterprise', registered: '91' },
  { kind: 'university', registered: '12' },
];

/** Who applies: five organisations in each region. */
export function planOrganisations(random: Random): PlannedOrganisation[] {
  return regions.flatMap(({ code, city }, place) => {
    const names = random.shuffled(brands);
    return shapes.map(({ kind, registered }, no) => ({
      id: usciOf(registered, code, 100_000 + random.whole(9_000) * 100 + no),
      name: nameOf(kind, city, names[no] ?? '', random),
      region: code,
      kind,
      username: `year-applicant-${place + 1}${no + 1}`,
    }));
  });
}

/** Who judges whether projects are accepted: third parties that apply for nothing. */
export const planAcceptors = (random: Random): PlannedOrganisation[] =>
  (['CN-330106', 'CN-310104'] as const).map((region, place) => ({
    id: usciOf('12', region, 700_000 + random.whole(9_000) * 10 + place),
    name: ['浙东科技评估与成果鉴定中心', '长三角第三方技术验收服务中心'][place] ?? '',
    region,
    kind: 'institute',
    username: `year-acceptor-${place + 1}`,
  }));

function nameOf(kind: PlannedOrganisation['kind'], city: string, brand: string, random: Random): string {
  const trade = random.pick(trades);
  if (kind === 'university') return `${city}${brand}应用技术学院`;
  return kind === 'institute' ? `${city}${brand}${trade}研究院` : `${city}${brand}${trade}有限公司`;
}
