import type { OrganisationId, RegionCode } from '@xietong/domain';
import type { Random } from '@xietong/testing';
import { areas } from './areas.ts';
import type { PlannedOrganisation } from './organisations.ts';
import { usciOf } from './usci.ts';

/** An expert of the roster: what he can judge, where he works, and to whom he has a relation. */
export interface PlannedExpert {
  readonly username: string;
  readonly name: { readonly first: string; readonly last: string };
  /** On the roster of the agency. */
  readonly number: string;
  readonly fields: readonly string[];
  readonly employer: { readonly organisation: OrganisationId; readonly name: string; readonly region: RegionCode };
  /** The organisation that he advises, which keeps him from whatever it has a part in. */
  readonly advises?: OrganisationId;
  /** How many times he renews his term of two years. */
  readonly renewals: 0 | 1 | 2;
}

const surnames = ['陈', '林', '王', '张', '李', '周', '徐', '郑', '潘', '洪', '项', '金', '章', '卢', '蒋', '叶', '许', '戴'];
const given = [
  '文博',
  '静怡',
  '志远',
  '晓岚',
  '建平',
  '雨桐',
  '海峰',
  '思敏',
  '国栋',
  '若溪',
  '立群',
  '佩瑶',
  '宏伟',
  '一鸣',
  '秋实',
  '子衿',
];
const employers = [
  { name: '甬江理工大学', region: 'CN-330203' },
  { name: '钱江工业技术研究院', region: 'CN-330106' },
  { name: '沪东材料与化学研究所', region: 'CN-310104' },
  { name: '太湖生物医学工程研究院', region: 'CN-320506' },
  { name: '瓯越信息工程大学', region: 'CN-330304' },
  { name: '皖江低碳技术研究中心', region: 'CN-340102' },
] as const satisfies readonly { readonly name: string; readonly region: RegionCode }[];

/** How many experts can judge an area: more than an application takes, less those who are kept from it. */
const perArea = 7;

/** The roster: for every area as many experts, some with a relation to an organisation that applies. They work where nobody applies from. */
export function planExperts(random: Random, organisations: readonly PlannedOrganisation[]): PlannedExpert[] {
  const places = employers.map(({ name, region }, place) => ({
    organisation: usciOf('12', region, 800_000 + random.whole(9_000) * 10 + place),
    name,
    region,
  }));
  return areas.flatMap(({ code }, area) =>
    Array.from({ length: perArea }, (_, no): PlannedExpert => {
      const place = area * perArea + no;
      return {
        username: `year-expert-${String(place + 1).padStart(2, '0')}`,
        name: { last: random.pick(surnames), first: random.pick(given) },
        number: `LHZJ-${String(place + 1).padStart(3, '0')}`,
        fields: [code],
        employer: random.pick(places),
        // Two of each area advise somebody who applies.
        ...(no < 2 && { advises: random.pick(organisations).id }),
        renewals: (place % 3) as PlannedExpert['renewals'],
      };
    }),
  );
}
