import type { IncomingHttpHeaders } from 'node:http';
import { platformProblem } from './problem.ts';

/** The strong entity tag of a version: `"3"`. */
export const etagOf = (version: number): string => `"${version}"`;

/** What `If-Match` of a command may hold: `*`, or one version in quotes. */
export const ifMatchShape = /^(\*|"([1-9]\d{0,9})")$/;

/** The version that a command's `If-Match` names, or `*`. Throws 428 when absent, 400 when it is neither. */
export function requireIfMatch(headers: IncomingHttpHeaders): number | '*' {
  const value = headers['if-match'];
  if (value === undefined) throw platformProblem('if-match-missing');
  const match = ifMatchShape.exec(value);
  if (!match) throw platformProblem('if-match-invalid');
  return match[2] === undefined ? '*' : Number(match[2]);
}

/** True when `If-None-Match` names the version. */
export const isKnownToCaller = (headers: IncomingHttpHeaders, version: number): boolean => isNamedByCaller(headers, etagOf(version));

/** True when `If-None-Match` names the tag, by the weak comparison that RFC 9110 asks for. */
export function isNamedByCaller(headers: IncomingHttpHeaders, etag: string): boolean {
  const tags = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes('*') || tags.includes(etag);
}
