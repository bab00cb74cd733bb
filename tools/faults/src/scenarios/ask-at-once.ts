import { z } from 'zod';
import type { Order } from '../driver/order.ts';

/** What a service answered, as a test looks at it. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** Of a refusal: whether it is an RFC 9457 problem with a stable type and without a stack. */
  readonly isProblem: boolean;
}

const Problem = z.looseObject({
  type: z.string().regex(/^urn:xietong:problem:/),
  title: z.string(),
  status: z.int(),
  stack: z.never().optional(),
});

/** Sends orders at the same moment, in turn to each of the addresses. A header whose value would be empty is left out. */
export function askAtOnce(orders: readonly Order[], urls: readonly string[], token: string): Promise<Reply[]> {
  return Promise.all(orders.map((order, place) => ask(order, urls[place % urls.length] ?? '', token)));
}

async function ask({ key, path, body, ifMatch = '' }: Order, url: string, token: string): Promise<Reply> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(key === '' ? {} : { 'idempotency-key': key }),
      ...(ifMatch === '' ? {} : { 'if-match': ifMatch }),
    },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  const isProblem =
    response.headers.get('content-type')?.startsWith('application/problem+json') === true && Problem.safeParse(answer).success;
  return { status: response.status, body: answer, isProblem };
}
