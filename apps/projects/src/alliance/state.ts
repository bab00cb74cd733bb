import {
  allianceDissolved,
  allianceFounded,
  allianceStatementDisputed,
  Member,
  MemberId,
  SharingRule,
  SharingStatement,
} from '@xietong/contracts-projects';
import { LocalDate, Reason } from '@xietong/domain';
import { z } from 'zod';

/** A member and its time; who joins again after leaving stands here twice. `leftOn` is its last day. */
const Membership = z.strictObject({ ...Member.shape, joinedOn: LocalDate, leftOn: LocalDate.optional() });
export type Membership = z.output<typeof Membership>;

const Dispute = z.strictObject(allianceStatementDisputed.schema.pick({ member: true, field: true, reason: true }).shape);

const stated = {
  ...SharingStatement.shape,
  /** What a correcting statement puts right. */
  correction: Reason.optional(),
  confirmedBy: z.array(MemberId),
};
const disputed = { ...stated, disputes: z.array(Dispute).min(1) };

/** A statement as it stands: one a period is current, those before it are corrected. */
const Statement = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open'), ...stated }),
  z.strictObject({ status: z.literal('disputed'), ...disputed }),
  z.strictObject({ status: z.literal('corrected'), ...disputed }),
  z.strictObject({ status: z.literal('final'), ...stated }),
]);
export type Statement = z.output<typeof Statement>;

const founded = {
  ...allianceFounded.schema.shape,
  members: z.array(Membership),
  rulesAgreed: z.array(SharingRule),
  statements: z.array(Statement),
};

/** An alliance as it is stored, and as the API shows it. A dissolved one still states and confirms what its periods brought. */
export const AllianceState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('active'), ...founded }),
  z.strictObject({ status: z.literal('dissolved'), ...founded, dissolution: allianceDissolved.schema }),
]);
export type AllianceState = z.output<typeof AllianceState>;
