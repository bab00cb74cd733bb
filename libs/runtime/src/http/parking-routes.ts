import type { Actor, AgencyRef, Service } from '@xietong/kernel';
import type { Request } from 'express';
import type { z } from 'zod';
import { topicOf } from '../config/agencies.ts';
import { type DeskRefusal, type ParkedMessage, type ParkingDesk, topicOfParked } from '../parking/parking-desk.ts';
import { canonicalJson } from './canonical-json.ts';
import { fieldNamesOf } from './closed-input.ts';
import { parseCursor, toCursor } from './cursor.ts';
import type { EndpointParts, PersonalExchange } from './endpoint.ts';
import { inputFaults } from './input-faults.ts';
import { readBody } from './json-body.ts';
import { parseLimit } from './list-request.ts';
import { requireJsonAccepted } from './negotiation.ts';
import { Discarding, listQuestionOf, Mending, ParkedRowPlace, replayingOf } from './parking-forms.ts';
import { platformProblem, type Problem } from './problem.ts';
import { readQueryString } from './query-string.ts';
import { json, type Reply } from './reply.ts';
import type { ParkingRoute } from './routes.ts';

export interface ParkingRouteParts {
  readonly desk: ParkingDesk;
  readonly service: Service;
  readonly log: EndpointParts['log'];
}
type Handler = (exchange: PersonalExchange) => Promise<Reply>;

/** What an operator asks and decides about parked messages. Who read which text, and who decided what, is logged; never the text. */
export function parkingHandler(parts: ParkingRouteParts, { act }: ParkingRoute): Handler {
  switch (act) {
    case 'list':
      return listHandler(parts);
    case 'inspect':
      return inspectHandler(parts);
    case 'mend':
      return decisionHandler(parts, {
        form: Mending,
        about: (_, id) => ({ mended: id }),
        topic: (_, id) => topicOfParked(id),
        decide: ({ body, reason }, by, id) => parts.desk.mend(id, body, { by, reason }).then(described),
      });
    case 'discard':
      return decisionHandler(parts, {
        form: Discarding,
        about: (_, id) => ({ discarded: id }),
        topic: (_, id) => topicOfParked(id),
        decide: ({ reason }, by, id) => parts.desk.discard(id, { by, reason }).then(described),
      });
    case 'replay':
      return decisionHandler(parts, {
        form: replayingOf(parts.service),
        about: ({ reason: _, ...line }) => ({ replayed: line }),
        topic: ({ topic }) => topic,
        decide: ({ reason, ...line }, by) => parts.desk.replay(line, { by, reason }),
      });
  }
}

function listHandler({ desk, service }: ParkingRouteParts): Handler {
  const question = listQuestionOf(service);
  const known = fieldNamesOf(question);
  return async ({ request, actor }) => {
    requireJsonAccepted(request);
    const parameters = readQueryString(request.url);
    const given = Object.fromEntries(parameters);
    const asked = question.safeParse(given);
    if (!asked.success)
      throw platformProblem('parameters-invalid', { details: { known }, errors: (lang) => inputFaults(question, given, lang) });
    const { limit: _, after, ...filter } = asked.data;
    const limit = parseLimit(parameters);
    const scope = JSON.stringify(['parked', filter]);
    const place = after === undefined ? {} : { after: parseCursor(scope, after, ParkedRowPlace) };
    const agency = agencyOf(actor);
    const found = await desk.list({ agency, ...definedOnly(filter), ...place, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last ? { next: toCursor(scope, { parkedAt: last.parkedAt, id: last.id }) } : {};
    return json(200, { items: page.map(described), ...next });
  };
}

function inspectHandler({ desk, log }: ParkingRouteParts): Handler {
  return async ({ request, actor }) => {
    requireJsonAccepted(request);
    const parameters = readQueryString(request.url);
    if (parameters.size > 0) throw platformProblem('parameters-invalid', { details: { unknown: [...parameters.keys()], known: [] } });
    const message = isOf(agencyOf(actor), topicOfParked(idIn(request))) ? await desk.find(idIn(request)) : undefined;
    log.info({ reader: actor.id, parked: idIn(request), found: message !== undefined }, 'the text of a parked message was read');
    if (!message) throw platformProblem('not-found');
    const { text, mended, decisions } = message;
    return json(200, { ...described(message), text, ...(mended !== undefined && { mended }), decisions });
  };
}

interface DecisionRoute<Form extends z.ZodType> {
  readonly form: Form;
  /** What the log says it was about. */
  readonly about: (input: z.output<Form>, id: string) => object;
  /** The topic that it concerns. */
  readonly topic: (input: z.output<Form>, id: string) => string | undefined;
  readonly decide: (input: z.output<Form>, by: string, id: string) => Promise<object | DeskRefusal>;
}

function decisionHandler<Form extends z.ZodType>({ log }: ParkingRouteParts, { form, about, topic, decide }: DecisionRoute<Form>): Handler {
  return async ({ request, response, actor }) => {
    requireJsonAccepted(request);
    const body = await readBody(request, response);
    // Refuses what is nested too deep, and names that would be operators.
    canonicalJson(body);
    const input = form.safeParse(body);
    if (!input.success) throw platformProblem('input-invalid', { errors: (lang) => inputFaults(form, body, lang) });
    const id = idIn(request);
    // What another agency published is not there for this one's operators.
    const isOwn = isOf(agencyOf(actor), topic(input.data, id));
    const answer = isOwn ? await decide(input.data, actor.id, id) : ({ refused: 'absent' } as const);
    const refusal = 'refused' in answer ? (answer as DeskRefusal) : undefined;
    log.info({ decider: actor.id, ...about(input.data, id), refused: refusal?.refused }, 'a decision about parked messages was asked for');
    if (refusal) throw problemOf(refusal);
    return json(200, answer);
  };
}

function agencyOf({ agency }: Actor): AgencyRef {
  if (agency === undefined) throw platformProblem('not-yours', { details: { allowed: ['operators of an agency'] } });
  return agency;
}

const isOf = (agency: AgencyRef, topic: string | undefined): boolean => topic?.startsWith(topicOf(agency, '')) ?? false;

const idIn = ({ params }: Request): string => String(params.id);

function described(message: ParkedMessage | DeskRefusal): object {
  if ('refused' in message) return message;
  const { id, consumer, topic, partition, offset, key, reason, status, parkedAt } = message;
  const role = reason.code === 'follows-parked' ? 'follower' : 'cause';
  return { id, consumer, topic, partition, offset, key, reason, role, status, parkedAt };
}

function problemOf(refusal: DeskRefusal): Problem {
  switch (refusal.refused) {
    case 'absent':
      return platformProblem('not-found');
    case 'discarded':
      return platformProblem('already-discarded');
    case 'applied':
      return platformProblem('already-applied');
    case 'held':
      return platformProblem('decisions-held', { headers: { 'Retry-After': '60' } });
    case 'unreadable': {
      const { code, detail } = refusal.reason;
      const fields = (detail || 'the whole').split(', ');
      return platformProblem('mend-unreadable', {
        details: { reason: code },
        errors: () => fields.map((field) => ({ field, message: code })),
      });
    }
    case 'identity-changed': {
      const { field } = refusal;
      return platformProblem('mend-changes-event', { errors: () => [{ field, message: field }] });
    }
  }
}

type Defined<Type> = { [Key in keyof Type]: Exclude<Type[Key], undefined> };

const definedOnly = <Type extends object>(given: Type): Defined<Type> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<Type>;
