import type { z } from 'zod';
import { tokenOf, type Username } from './platform-access.ts';

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a service answered: the text as it came, so that a test can look for what must not be in it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export async function ask(url: string, asked: Asked = {}): Promise<Answer> {
  const response = await fetch(url, asked);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

export const askWith = (token: string, url: string, asked: Asked = {}): Promise<Answer> =>
  ask(url, { ...asked, headers: { authorization: `Bearer ${token}`, ...asked.headers } });

export const askAs = async (username: Username, url: string, asked: Asked = {}): Promise<Answer> =>
  askWith(await tokenOf(username), url, asked);

/** The answer's JSON in the shape that the test needs of it; an answer of another shape, a problem for one, is shown whole. */
export function read<Schema extends z.ZodType>(schema: Schema, { status, text }: Answer): z.output<Schema> {
  const read = schema.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`answered ${status} ${text.slice(0, 2000)}\n${read.error.message}`);
  return read.data;
}

/** The status and, of a problem, its code: what a test says of a refusal. */
export function verdictOf({ status, headers, text }: Answer): readonly [status: number, code?: string] {
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return [status];
  const { code } = JSON.parse(text) as { code: string };
  return [status, code];
}
