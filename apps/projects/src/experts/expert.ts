import type { ExpertProfile } from '@xietong/contracts-talent';
import type { AgencyRef, Lookup } from '@xietong/kernel';
import type { Instant } from '@xietong/domain';

/** What this service keeps of an expert of the talent context, by his pseudonym. */
export interface ExpertRecord extends ExpertProfile {
  readonly status: 'registered' | 'rejected' | 'verified' | 'lapsed' | 'suspended';
  /** The agency on whose roster he is. */
  readonly agency: AgencyRef;
  readonly number?: string;
  readonly validUntil?: Instant;
}

/** The name of the projection, under which rules find an expert. */
export const expertsName = 'experts';

export const expertOf = async (look: Lookup, expert: string): Promise<ExpertRecord | undefined> =>
  (await look.find(expertsName, expert)) as ExpertRecord | undefined;

/** The experts who can judge in a field, with their pseudonyms, on whatever roster and whether on one or not. */
export const expertsOfField = async (look: Lookup, field: string): Promise<(readonly [string, ExpertRecord])[]> =>
  (await look.list(expertsName, 'fields', [field])).map(({ id, state }) => [id, state as ExpertRecord]);

/** Whether he can be invited: his agency put him on its roster, and his term runs. */
export const isOnRoster = ({ status, validUntil }: ExpertRecord, now: Instant): boolean =>
  status === 'verified' && validUntil !== undefined && now < validUntil;
