import mongoose from 'mongoose';
import type { ListRequest } from './store.ts';

type Condition = Record<string, unknown>;

// `sanitizeFilter` makes a value of every operator that is not marked as written here.
const ours = (operator: Condition): Condition => mongoose.trusted(operator);

const fieldOf = (key: string): string => (key === 'createdAt' || key === 'updatedAt' ? key : `keys.${key}`);

/** The conditions of a list's filter; a list of values means any of them. Each value is bound by `$in`, so it stays a value. */
export function filterFor(filter: ListRequest['filter'], tags: ReadonlySet<string>): Condition {
  return Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [tags.has(key) ? `tags.${key}` : fieldOf(key), ours({ $in: [value].flat() })]),
  );
}

export function sortBy({ key, descending }: ListRequest['sort']): Record<string, 1 | -1> {
  const direction = descending ? -1 : 1;
  return { [fieldOf(key)]: direction, _id: direction };
}

/** What comes after the last row of the page before. MongoDB sorts a missing value before every other. */
export function pageAfter({ after, sort }: ListRequest): Condition {
  if (!after) return {};
  const field = fieldOf(sort.key);
  const beyond = sort.descending ? '$lt' : '$gt';
  const sameValueLaterId = { [field]: after.value, _id: ours({ [beyond]: after.id }) };
  if (after.value === null) return { $or: sort.descending ? [sameValueLaterId] : [sameValueLaterId, { [field]: ours({ $ne: null }) }] };
  return { $or: [sameValueLaterId, { [field]: ours({ [beyond]: after.value }) }, ...(sort.descending ? [{ [field]: null }] : [])] };
}
