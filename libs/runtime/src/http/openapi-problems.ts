import { namesAttachments, type ProblemTable } from '@xietong/kernel';
import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { platformProblems, type PlatformProblemCode } from './platform-problems.ts';
import { statusOfKind } from './problem.ts';
import { isPersonalRead, type ParkingAct, type Route } from './routes.ts';

/** RFC 9457, with what this platform adds to it. */
export const problemSchema = z.strictObject({
  type: z.string().meta({ description: 'urn:xietong:problem:<code>, stable' }),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string().meta({ description: 'Stable; programs decide by it.' }),
  remedy: z.string().meta({ description: 'What the caller can do.' }),
  details: z.record(z.string(), z.unknown()).optional(),
  errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  traceid: z.string(),
});

const always: PlatformProblemCode[] = [
  'unauthenticated',
  'token-invalid',
  'role-missing',
  'not-acceptable',
  'headers-too-large',
  'internal-fault',
  'identity-provider-unavailable',
  'took-too-long',
  'too-many-requests',
  'store-unavailable',
];
const commanding: PlatformProblemCode[] = [
  'request-malformed',
  'idempotency-key-missing',
  'idempotency-key-invalid',
  'in-flight',
  'body-too-large',
  'event-too-large',
  'upload-too-slow',
  'not-json',
  'input-invalid',
  'key-reused',
  'overloaded',
];
const asking: PlatformProblemCode[] = ['parameters-invalid', 'address-too-long'];

const platformCodes: Readonly<Record<Exclude<Route['kind'], 'parking'>, readonly PlatformProblemCode[]>> = {
  create: [...always, ...commanding, 'agency-not-served', 'not-yours', 'already-exists'],
  command: [...always, ...commanding, 'if-match-missing', 'if-match-invalid', 'stale', 'not-found', 'not-yours'],
  list: [...always, ...asking, 'cursor-invalid'],
  get: [...always, ...asking, 'not-found'],
  history: [...always, ...asking, 'cursor-invalid', 'not-found'],
  deadlines: [...always, ...asking, 'cursor-invalid'],
  // A file is of the type that it is: nothing is negotiated.
  attachment: [...always.filter((code) => code !== 'not-acceptable'), ...asking, 'not-found', 'attachment-lost'],
  upload: [
    ...always,
    'request-malformed',
    'idempotency-key-missing',
    'idempotency-key-invalid',
    'key-reused',
    'upload-too-slow',
    'attachment-name-missing',
    'attachment-too-large',
    'attachment-type-refused',
    'attachment-empty',
    'attachment-content-differs',
    'attachment-infected',
    'scanner-unavailable',
  ],
  query: [...always, ...asking, 'not-yours'],
};

const deciding: PlatformProblemCode[] = [
  'request-malformed',
  'body-too-large',
  'upload-too-slow',
  'not-json',
  'input-invalid',
  'not-found',
  'decisions-held',
];
const parkingCodes: Readonly<Record<ParkingAct, readonly PlatformProblemCode[]>> = {
  list: [...always, ...asking, 'cursor-invalid'],
  inspect: [...always, ...asking, 'not-found'],
  replay: [...always, ...deciding],
  mend: [...always, ...deciding, 'already-discarded', 'already-applied', 'mend-unreadable', 'mend-changes-event'],
  discard: [...always, ...deciding, 'already-discarded', 'already-applied'],
};

/** The problem answers of a route by status, each naming the codes that it may carry and what they mean. */
export function problemResponses(route: Route, table: ProblemTable): Record<`4${string}` | `5${string}`, ZodOpenApiResponseObject> {
  const own = route.kind === 'query' ? route.query.refuses : route.kind === 'create' || route.kind === 'command' ? route.row.refuses : [];
  const reading: PlatformProblemCode[] = isPersonalRead(route) ? ['purpose-missing'] : [];
  const naming: PlatformProblemCode[] = 'row' in route && namesAttachments(route.row.input) ? ['attachment-unknown'] : [];
  const rows = [
    ...[...(route.kind === 'parking' ? parkingCodes[route.act] : platformCodes[route.kind]), ...reading, ...naming].map((code) => ({
      code: code as string,
      status: platformProblems[code].status,
      title: platformProblems[code].title.en,
    })),
    ...own.flatMap((code) => (table[code] ? [{ code, status: statusOfKind[table[code].kind], title: table[code].title.en }] : [])),
  ];
  const byStatus = [...Map.groupBy(rows, ({ status }) => status)].sort(([one], [other]) => one - other);
  return Object.fromEntries(
    byStatus.map(([status, some]) => [
      String(status),
      {
        description: some.map(({ code, title }) => `\`${code}\`: ${title}`).join('; '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}
