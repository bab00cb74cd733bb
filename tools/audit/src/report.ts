import type { AggregateFinding, SealedTo, SealFinding } from '@xietong/runtime/audit';

/** What was found in one service's journal. */
export interface PlaceReport {
  readonly name: string;
  readonly aggregates: number;
  readonly events: number;
  readonly findings: readonly (AggregateFinding | SealFinding)[];
  /** How far its agencies are sealed; absent where seals were not asked for. */
  readonly sealedTo?: readonly SealedTo[];
}

export const findingsIn = (places: readonly PlaceReport[]): number => places.reduce((sum, { findings }) => sum + findings.length, 0);

/** A sentence for each finding, then the verdict on a line of its own. */
export function renderReport(places: readonly PlaceReport[]): string {
  const lines = places.flatMap(({ name, findings }) => findings.map(({ kind, sentence }) => plain(`${name}  ${kind}  ${sentence}`)));
  return [...lines, verdictOf(places)].join('\n');
}

/** `whole` or `not whole`, and what was looked at. */
export function verdictOf(places: readonly PlaceReport[]): string {
  const count = findingsIn(places);
  const seen = places.map(({ name, aggregates, events }) => `${name}: ${aggregates} aggregates, ${events} events`).join('; ');
  const seals = places.map(sealsIn).join('; ');
  return plain(`${count === 0 ? 'whole' : `not whole, ${count} ${count === 1 ? 'finding' : 'findings'}`} (${seen}; ${seals})`);
}

function sealsIn({ sealedTo }: PlaceReport): string {
  if (!sealedTo) return 'seals not compared, use --seals';
  if (sealedTo.length === 0) return 'nothing sealed yet';
  return `sealed: ${sealedTo.map(({ agency, date }) => `${agency} to ${date ?? 'no day yet'}`).join(', ')}`;
}

// An id that someone altered must not be able to write on the reader's terminal.
const plain = (text: string): string => text.replace(/\p{Cc}/gu, '�');
