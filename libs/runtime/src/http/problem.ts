import type { Lang, LocalText } from '@xietong/domain';
import type { ProblemTable, Refusal, RefusalKind } from '@xietong/kernel';
import { platformProblems, type PlatformProblemCode } from './platform-problems.ts';
import type { Reply } from './reply.ts';

/** What is wrong with one field: `participants.0.amount.currency`. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

interface Particulars {
  /** Shown to the caller, in `detail` as text and in `details` as they are. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: (lang: Lang) => readonly FieldFault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A "no" on its way to the caller, thrown where a request stops being answerable. Becomes an RFC 9457 body. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: LocalText;
  readonly remedy: LocalText;
  readonly particulars: Particulars;
  constructor(code: string, { status, title, remedy }: { status: number; title: LocalText; remedy: LocalText }, particulars: Particulars) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.title = title;
    this.remedy = remedy;
    this.particulars = particulars;
  }
}

export function platformProblem(code: PlatformProblemCode, particulars: Particulars = {}): Problem {
  return new Problem(code, platformProblems[code], particulars);
}

/** The one place where a kind of refusal gets its status. */
export const statusOfKind: Readonly<Record<RefusalKind, number>> = { invalid: 422, forbidden: 403, missing: 404, conflict: 409 };

/** The problem that a refusal is, by the service's table; a code outside it is a fault of the service. */
export function refusalProblem({ refused, field, details }: Refusal, table: ProblemTable): Problem {
  const row = table[refused];
  if (!row) throw new Error(`refusal '${refused}' has no row in the problem table`);
  const errors = field === undefined ? {} : { errors: (lang: Lang) => [{ field, message: row.title[lang] }] };
  return new Problem(refused, { ...row, status: statusOfKind[row.kind] }, { details, ...errors });
}

/** The RFC 9457 answer in the caller's language. A 500 has no particulars, so it tells a trace id and nothing else. */
export function toReply(
  { code, status, title, remedy, particulars }: Problem,
  lang: Lang,
  traceid: string,
): Reply & { readonly body: string } {
  const { details = {}, errors, headers = {} } = particulars;
  const isBare = Object.keys(details).length === 0;
  const body = {
    type: `urn:xietong:problem:${code}`,
    title: title[lang],
    status,
    detail: isBare ? title[lang] : sentenceOf(details),
    code,
    remedy: remedy[lang],
    ...(isBare ? {} : { details }),
    ...(errors ? { errors: errors(lang) } : {}),
    traceid,
  };
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': lang, Vary: 'Accept-Language', ...headers },
    body: JSON.stringify(body),
  };
}

function sentenceOf(details: Readonly<Record<string, unknown>>): string {
  const text = (value: unknown) =>
    Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${text(value)}`)
    .join('; ');
}
