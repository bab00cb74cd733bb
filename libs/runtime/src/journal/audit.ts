// What an audit of a service's journal is made of.
export { AuditRecord, type AuditSource, originIn } from './audit-records.ts';
export { listAuditable, type MongoAuditSource, mongoAuditSource, NoJournal } from './mongo-audit-source.ts';
export { type AggregateFinding, OutOfOrder, verifyChains } from './verify-chains.ts';
export { type SealedTo, type SealFinding, verifySeals } from './verify-seals.ts';
export { eventIdOf, hashOf } from '../commit/envelope.ts';
