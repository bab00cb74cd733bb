import type { LocalDate } from '@xietong/domain';
import type { ArrivedEntry, ParkedEntry, TakenDecision } from './parked.ts';
import type { AggregateState, PartitionState } from './ledger.ts';

type Row<Columns extends readonly unknown[]> = readonly [...Columns];

/** `since` is the step of its partition that made the event applicable: its own message, the one that closed the gap before it, or a replay. */
export type EventRow = Row<
  [aggregate: number, version: number, partition: number, offset: bigint, since: bigint, type: number, hash: Uint8Array]
>;
export type StatementRow = Row<[aggregate: number, version: number, partition: number, since: bigint, kind: string, date: LocalDate]>;
export type SideRow = Row<
  [
    aggregate: number,
    version: number,
    no: number,
    party: number,
    region: number | null,
    country: number | null,
    county: number | null,
    prefecture: number | null,
    province: number | null,
    role: string,
    amount: bigint | null,
    currency: string | null,
  ]
>;
/** A side of the newest statement of a project, with what figures ask of the statement. Regions are 0 where there is none at the level. */
export type StandingRow = Row<
  [
    partition: number,
    year: number,
    aggregate: number,
    version: number,
    no: number,
    party: number,
    leads: boolean,
    amount: bigint | null,
    currency: string | null,
    country: number,
    county: number,
    prefecture: number,
    province: number,
    firstInCounty: boolean,
    firstInPrefecture: boolean,
    firstInProvince: boolean,
  ]
>;
/** What an event tells to be counted. Names are numbers, 0 where there is none, and so are regions; only a quantity may be null. */
export type MeasureRow = Row<
  [
    aggregate: number,
    version: number,
    partition: number,
    since: bigint,
    measure: number,
    part: number,
    date: LocalDate,
    state: number,
    field: number,
    quantity: bigint | null,
    currency: number,
    region: number,
    county: number,
    prefecture: number,
    province: number,
  ]
>;
/** A part of the collaboration that an aggregate is. Statements and sides of the part are numbered by it instead of the aggregate. */
export type PartRow = Row<[id: number, aggregate: number, name: string]>;
export type AggregateRow = Row<[id: number, partition: number, subject: string]>;
export type WaitingRow = Row<[aggregate: number, version: number, partition: number, offset: bigint, body: string]>;
export type BodyRow = Row<[partition: number, offset: bigint, body: string]>;

/** What one flush appends: everything in it and the positions after it become visible together. */
export class Flush {
  readonly partitions = new Set<PartitionState>();
  readonly aggregates: AggregateRow[] = [];
  readonly parts: PartRow[] = [];
  readonly events: EventRow[] = [];
  readonly statements: StatementRow[] = [];
  readonly sides: SideRow[] = [];
  readonly measures: MeasureRow[] = [];
  readonly waiting: WaitingRow[] = [];
  /** Aggregates of which waiting events were applied. */
  readonly released = new Set<AggregateState>();
  readonly parked: ArrivedEntry[] = [];
  /** Messages that were parked before, as a decision leaves them. */
  readonly decided: ParkedEntry[] = [];
  readonly decisions: TakenDecision[] = [];
  readonly bodies: BodyRow[] = [];
}
