import { firstDayOf, lastDayOf, type MemberId } from '@xietong/contracts-projects';
import { type LocalDate, type RegionCode } from '@xietong/domain';
import type { Random } from '@xietong/testing';
import type { PlannedOrganisation } from './organisations.ts';

/** What a quarter brought, in fen; whole multiples of 10,000, so that shares in basis points need no rounding. */
export interface PlannedStatement {
  readonly period: string;
  readonly statedOn: LocalDate;
  readonly tax: number;
  readonly output: number;
  /** What was stated first, and disputed. */
  readonly firstTax?: number;
}

export interface PlannedMember {
  readonly id: MemberId;
  readonly name: string;
  readonly region: RegionCode;
  readonly basisPoints: number;
  /** Who confirms for it. */
  readonly username: string;
}

export interface PlannedAlliance {
  readonly number: string;
  readonly kind: 'enclave' | 'pairing';
  readonly title: string;
  readonly beginsOn: LocalDate;
  readonly members: readonly PlannedMember[];
  readonly statements: readonly PlannedStatement[];
}

const quarters = ['2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2'] as const;
const statedOn: readonly LocalDate[] = ['2022-10-14', '2023-01-13', '2023-04-14', '2023-07-14'];
const beginsOn = firstDayOf(quarters[0]);
const unit = 10_000;

/** Two alliances across regions: an innovation enclave in Shanghai, and a pairing with a university of Jiangsu and a firm of the coast. */
export function planAlliances(random: Random, organisations: readonly PlannedOrganisation[]): PlannedAlliance[] {
  const in_ = (region: RegionCode, kind: PlannedOrganisation['kind']): PlannedOrganisation => {
    const found = organisations.find((one) => one.region === region && one.kind === kind);
    if (!found) throw new Error(`${region} has no ${kind}`);
    return found;
  };
  const city = { id: 'CN-331082/kjj', name: '临海市科学技术局', region: 'CN-331082', username: 'kjj-officer' } as const;
  const member = (of: Omit<PlannedMember, 'basisPoints'>, basisPoints: number): PlannedMember => ({
    id: of.id,
    name: of.name,
    region: of.region,
    username: of.username,
    basisPoints,
  });
  return [
    {
      number: 'LHFD-2022-01',
      kind: 'enclave',
      title: '临海（上海）科创飞地联合体',
      beginsOn,
      members: [member(city, 4_000), member(in_('CN-310115', 'enterprise'), 6_000)],
      statements: statementsOf(random.fork('enclave'), false),
    },
    {
      number: 'LHJD-2022-02',
      kind: 'pairing',
      title: '台州湾与昆山产业技术结对联合体',
      beginsOn,
      members: [member(city, 3_000), member(in_('CN-320583', 'university'), 2_500), member(in_('CN-331002', 'enterprise'), 4_500)],
      statements: statementsOf(random.fork('pairing'), true),
    },
  ];
}

const statementsOf = (random: Random, isFirstDisputed: boolean): PlannedStatement[] =>
  quarters.map((period, place) => {
    const tax = (200 + random.whole(300)) * 10_000 * unit;
    return {
      period,
      statedOn: statedOn[place] ?? lastDayOf(period),
      tax,
      output: tax * (9 + random.whole(6)),
      ...(isFirstDisputed && place === 0 && { firstTax: tax + 35 * 10_000 * unit }),
    };
  });
