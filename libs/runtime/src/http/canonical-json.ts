import { platformProblem } from './problem.ts';

/** Deeper than any form of the platform, and far from what recursion can bear. */
const depthMax = 32;

// Names that change what an object is, and the operators of the database. Closed schemas refuse them too; a free-form record would not.
const isUnsafe = (name: string): boolean => name.startsWith('$') || name === '__proto__' || name === 'constructor' || name === 'prototype';

/** JSON text with the fields of each object in order. Throws 400 for what is nested too deep or has an unsafe field name. */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > depthMax) throw platformProblem('request-malformed', { details: { nested: `more than ${depthMax} levels` } });
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  const unsafe = fields.find(([name]) => isUnsafe(name));
  if (unsafe) throw platformProblem('request-malformed', { details: { field: unsafe[0] } });
  return `{${fields.map(([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item, depth + 1)}`).join(',')}}`;
}
