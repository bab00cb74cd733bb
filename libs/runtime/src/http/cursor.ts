import { hash } from 'node:crypto';
import type { z } from 'zod';
import { platformProblem } from './problem.ts';

const sumChars = 16;

// Not a secret: what a cursor may reach is decided by the audience, inside the store. The sum is there so that a cursor that was
// cut, edited or carried over to another filter is refused instead of giving a page that looks right.
function seal(scope: string, text: string): string {
  return Buffer.from(text).toString('base64url') + hash('sha256', `${scope}\n${text}`, 'base64url').slice(0, sumChars);
}

/** A place in a list as opaque text, bound to the scope (route, filter, sort) that it was made for. */
export function toCursor(scope: string, place: unknown): string {
  return seal(scope, JSON.stringify(place));
}

/** The place in a cursor. Throws 400 for one that was altered or belongs to another scope. */
export function parseCursor<Place>(scope: string, cursor: string, schema: z.ZodType<Place>): Place {
  const text = Buffer.from(cursor.slice(0, -sumChars), 'base64url').toString();
  const place = seal(scope, text) === cursor ? schema.safeParse(parseJson(text)) : undefined;
  if (!place?.success) throw platformProblem('cursor-invalid');
  return place.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw platformProblem('cursor-invalid');
  }
}
