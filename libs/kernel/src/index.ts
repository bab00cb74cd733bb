export { type Access, type AccessWords, aReaction, applicantOf, directorOf, either, officerOf, role, theClock } from './access.ts';
export {
  type Actor,
  AgencyRef,
  agency,
  agencyOf,
  type AudienceToken,
  audienceOf,
  everyone,
  org,
  partyOf,
  personAlone,
  Pseudonym,
  regionOf,
  type Role,
  roles,
} from './actor.ts';
export { endOfDayAt, todayAt } from './agency-day.ts';
export {
  Attachment,
  attachmentBytesMax,
  AttachmentId,
  attachmentIdsIn,
  attachmentsIn,
  AttachmentType,
  attachmentTypes,
  hasAttachments,
  type NamedAttachment,
  namesAttachments,
  strayAttachmentsIn,
} from './attachment.ts';
export { attempt } from './attempt.ts';
export {
  type Aggregate,
  aggregate,
  type AnyAggregate,
  type Deadline,
  type Deadlines,
  type Due,
  type Excerpt,
  type KeyValue,
} from './aggregate.ts';
export { type CloudEvent, type NoCloudEvent, type ReadCloudEvent, readCloudEvent } from './cloud-event.ts';
export type { Collaboration, Side } from './collaboration.ts';
export { type AnyCommandRow, type CommandRow, command, type Context, create, type Decision, type Found, type Lookup } from './command.ts';
export {
  type AnyEventDefinition,
  type DomainEvent,
  earlier,
  event,
  type EventDefinition,
  type EventOf,
  versionsOf,
  wireType,
} from './event.ts';
export { type DomainRead, type EventReader, eventReader } from './event-reader.ts';
export type { Measurement, Told } from './measurement.ts';
export { idOf } from './id-of.ts';
export { type Projection, projection } from './projection.ts';
export { type ExportedTable, type Query, query } from './query.ts';
export { type Occurrence, type Order, type Reaction, reaction } from './reaction.ts';
export { isRefusal, type ProblemRow, type ProblemTable, refuse, type Refusal, type RefusalKind } from './refusal.ts';
export { consumersOf, DeclarationFault, keepsRecords, type Service, service, takesAttachments } from './service.ts';
export { unreachable } from './unreachable.ts';
export { pickFields } from './fields.ts';
