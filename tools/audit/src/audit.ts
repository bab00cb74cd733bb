import type { AgencyRef } from '@xietong/kernel';
import { verifyChains, verifySeals } from '@xietong/runtime/audit';
import type { OpenPlace } from './places.ts';
import type { PlaceReport } from './report.ts';
import { Refused } from './refused.ts';

export interface Auditing {
  readonly agency?: AgencyRef;
  /** The texts of a context's events as they were published; absent where the seals are not to be compared. */
  readonly published?: (context: string) => AsyncIterable<string>;
}

/** Audits one service's journal: its chains first, then, where its topic is given, what was sealed. */
export async function auditPlace({ name, source }: OpenPlace, { agency, published }: Auditing): Promise<PlaceReport> {
  const findings: PlaceReport['findings'][number][] = [];
  const found = (finding: (typeof findings)[number]): void => void findings.push(finding);
  const { aggregates, events, agencies, journals } = await verifyChains({ source, ...(agency === undefined ? {} : { agency }), found });
  const report = { name, aggregates, events, findings };
  if (!published) return report;
  const context = await source.context();
  if (context === undefined) throw new Refused(`${name} holds no event, so its topic is not known`);
  const whose = new Set(agency === undefined ? [...agencies, ...(await source.agencies())] : [agency]);
  const sealedTo = await verifySeals({ source, published: published(context), kept: journals, agencies: whose, found });
  return { ...report, sealedTo };
}
