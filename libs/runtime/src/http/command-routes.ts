import type { Actor, AgencyRef, ProblemTable } from '@xietong/kernel';
import { sightOf } from '../access/sight.ts';
import { eventBytesMax } from '../commit/job.ts';
import type { CommandRunner, Outcome } from '../commit/outcome.ts';
import type { Document } from '../store/store.ts';
import type { PersonalExchange } from './endpoint.ts';
import { requireIfMatch, etagOf } from './etag.ts';
import { payloadHashOf, requireIdempotencyKey } from './idempotency.ts';
import { inputFaults } from './input-faults.ts';
import { readBody } from './json-body.ts';
import { requireJsonAccepted } from './negotiation.ts';
import { platformProblems } from './platform-problems.ts';
import { platformProblem, refusalProblem } from './problem.ts';
import { json, type Reply } from './reply.ts';
import { toExcerpt, toRepresentation } from './representation.ts';
import type { CommandRoute } from './routes.ts';

export interface CommandRouteParts {
  readonly commands: CommandRunner;
  readonly problems: ProblemTable;
  /** The agencies that this deployment serves. */
  readonly agencies: ReadonlySet<string>;
}

/** A command from its request to its answer: headers, body and input are checked in this order, then the write path decides. */
export function commandHandler(parts: CommandRouteParts, route: CommandRoute): (exchange: PersonalExchange) => Promise<Reply> {
  const { aggregate, command, row } = route;
  const isCreate = route.kind === 'create';
  return async ({ request, response, actor, trace }) => {
    requireJsonAccepted(request);
    if (isCreate && !aggregate.agency) requireServed(parts.agencies, actor.agency);
    const idempotencyKey = requireIdempotencyKey(request.headers);
    const ifMatch = isCreate ? '*' : requireIfMatch(request.headers);
    const body = await readBody(request, response);
    const payloadHash = payloadHashOf(body);
    const input = row.input.safeParse(body);
    if (!input.success) throw platformProblem('input-invalid', { errors: (lang) => inputFaults(row.input, body, lang) });

    const outcome = await parts.commands.run({
      aggregate,
      command,
      ...(isCreate ? {} : { id: String(request.params.id) }),
      input: input.data,
      actor,
      idempotencyKey,
      payloadHash,
      ifMatch,
      traceparent: trace.traceparent,
      correlationId: trace.traceId,
    });
    return replyTo(outcome, route, actor, parts.problems);
  };
}

// An event goes to the topic of its agency; for an agency of another deployment there is none here. Where an aggregate says itself which
// agency that is, the write path asks.
function requireServed(agencies: ReadonlySet<string>, agency: AgencyRef | undefined): void {
  if (agency === undefined || !agencies.has(agency)) throw platformProblem('agency-not-served');
}

// Who may act on a document without reading it, as who objects to a publicity, is shown the excerpt.
const shownTo = (actor: Actor, { aggregate }: CommandRoute, document: Document): object =>
  aggregate.excerpt && sightOf(actor, aggregate, document.state) !== 'whole'
    ? toExcerpt(document, aggregate.excerpt)
    : toRepresentation(document);

function replyTo(outcome: Outcome, route: CommandRoute, actor: Actor, problems: ProblemTable): Reply {
  switch (outcome.kind) {
    case 'done': {
      const { document, replayed } = outcome;
      const location = `/v1/${route.aggregate.collection}/${encodeURIComponent(document.id)}`;
      return json(route.kind === 'create' ? 201 : 200, shownTo(actor, route, document), {
        ETag: etagOf(document.version),
        ...(route.kind === 'create' ? { Location: location } : {}),
        ...(replayed ? { 'Idempotency-Replayed': 'true' } : {}),
      });
    }
    case 'refused':
      throw refusalProblem(outcome.refusal, problems);
    case 'exists':
      throw platformProblem('already-exists', { details: { id: outcome.id } });
    case 'attachment-unknown':
      throw platformProblem('attachment-unknown', {
        errors: (lang) => [{ field: outcome.field, message: platformProblems['attachment-unknown'].title[lang] }],
      });
    case 'absent':
      throw platformProblem('not-found');
    case 'denied':
      throw platformProblem('not-yours', { details: { allowed: route.words } });
    case 'stale':
      throw platformProblem('stale', { details: { version: outcome.version } });
    case 'not-served':
      throw platformProblem('agency-not-served');
    case 'key-reused':
      throw platformProblem('key-reused');
    case 'in-flight':
      throw platformProblem('in-flight', { headers: { 'Retry-After': '1' } });
    case 'too-large':
      throw platformProblem('event-too-large', { details: { bytesMax: eventBytesMax } });
    case 'overloaded':
      throw platformProblem('overloaded', { headers: { 'Retry-After': '1' } });
  }
}
