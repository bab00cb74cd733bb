import { platformProblem } from './problem.ts';

/** Deeper than any form of the platform, and far from what recursion can bear. */
const depthMax = 32;

// Names that change what an object is, and the operators of the database. Closed schemas refuse them too; a free-form record would not.
const isUnsafe = (name: string): boolean => name.startsWith('$') || name === '__proto__' || name === 'constructor' || name === 'prototype';

// The store keeps UTF-8, where half a surrogate pair becomes another sign, so the answer to a repeat would differ from the first; and
// what reads a NUL as the end of a text would see less than was said.
function storable(given: string): string {
  if (given.isWellFormed() && !given.includes('\0')) return given;
  throw platformProblem('request-malformed', { details: { text: 'holds half a surrogate pair or the sign U+0000' } });
}

/** JSON text with the fields of each object in order. Throws 400 for what is nested too deep, has an unsafe field name, or holds text that cannot be kept as it is. */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > depthMax) throw platformProblem('request-malformed', { details: { nested: `more than ${depthMax} levels` } });
  if (typeof value === 'string') return JSON.stringify(storable(value));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  const unsafe = fields.find(([name]) => isUnsafe(name));
  if (unsafe) throw platformProblem('request-malformed', { details: { field: unsafe[0] } });
  return `{${fields.map(([name, item]) => `${JSON.stringify(storable(name))}:${canonicalJson(item, depth + 1)}`).join(',')}}`;
}
