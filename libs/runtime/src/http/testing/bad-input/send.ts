import { randomUUID } from 'node:crypto';
import { isPersonalRead } from '../../routes.ts';
import type { Door } from './doors.ts';

/** What came back of one request. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly problem: { code?: string; type?: string; errors?: { field: string; message: string }[] };
}

export interface Sent {
  readonly token?: string;
  readonly id?: string;
  readonly search?: string;
  readonly body?: string;
}

/** One request to the door; the right body, headers of a command and an id unless told otherwise. */
export async function send(url: string, { route, right }: Door, sent: Sent): Promise<Answer> {
  const path = route.path.replaceAll(/\{\w+\}/g, encodeURIComponent(sent.id ?? 'NO-03.rcn.A-1'));
  const isPost = route.method === 'POST';
  const address = new URL(`${path}${sent.search ?? ''}`, url);
  if (isPersonalRead(route) && !address.searchParams.has('purpose')) address.searchParams.append('purpose', 'a test');
  const response = await fetch(address, {
    method: route.method,
    headers: {
      ...(sent.token === undefined ? {} : { authorization: `Bearer ${sent.token}` }),
      ...(isPost ? { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '*' } : {}),
    },
    ...(isPost ? { body: sent.body ?? JSON.stringify(right) } : {}),
  });
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  return { status: response.status, text, problem: isProblem ? JSON.parse(text) : {} };
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
const inside = /\n\s+at |node:internal|node_modules|\.ts:\d/;

/** What is wrong with a refusal: its status, its form, or that it tells of the inside, repeats a secret or is not in Chinese, the language of whoever names none. */
export function faultsOf({ status, text, problem }: Answer, wanted: readonly number[], secrets: readonly string[] = []): string[] {
  return [
    ...(wanted.includes(status) ? [] : [`answered ${status}, not ${wanted.join(' or ')}`]),
    ...(problem.code && problem.type === `urn:xietong:problem:${problem.code}` ? [] : ['is no problem with a stable type']),
    ...(inside.test(text) ? ['tells of the inside'] : []),
    ...(problem.errors ?? [])
      .filter(({ message }) => !isChinese(message))
      .map(({ field, message }) => `says '${message}' of ${field} to who asks in Chinese`),
    ...(secrets.some((secret) => secret !== '' && text.includes(secret)) ? ['repeats a secret'] : []),
  ];
}
