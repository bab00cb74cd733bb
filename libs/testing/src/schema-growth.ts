import type { AnyEventDefinition } from '@xietong/kernel';
import { z } from 'zod';

/** A JSON Schema as text has it: keywords with their values. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The JSON Schema that an event is published under: open to fields that a later version adds. */
export function publishedSchemaOf({ schema }: AnyEventDefinition): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input' });
}

/**
 * Everything that today's schema takes away from a published one, each in a sentence; empty when it only grew.
 * A field that is gone, a field that may be missing and a value that is no longer allowed all break somebody who reads the event.
 */
export function narrowings(published: JsonSchema, current: JsonSchema, at = 'data'): string[] {
  const keywords = new Set([...Object.keys(published), ...Object.keys(current)]);
  return [...keywords].flatMap((keyword) => {
    const rule = rules[keyword] ?? unchanged(keyword);
    return rule(published[keyword], current[keyword], at);
  });
}

type Rule = (published: unknown, current: unknown, at: string) => string[];

const annotation: Rule = () => [];

// What a rule does not understand may only stay as it is or go away.
const unchanged =
  (keyword: string): Rule =>
  (published, current, at) =>
    current === undefined || JSON.stringify(published) === JSON.stringify(current) ? [] : [`${at}: ${keyword} has changed`];

const notAbove =
  (keyword: string): Rule =>
  (published, current, at) =>
    current === undefined || Number(published) >= Number(current) ? [] : [`${at}: ${keyword} has risen to ${String(current)}`];

const notBelow =
  (keyword: string): Rule =>
  (published, current, at) =>
    current === undefined || Number(published) <= Number(current) ? [] : [`${at}: ${keyword} has fallen to ${String(current)}`];

const fields: Rule = (published, current, at) =>
  Object.entries((published ?? {}) as Record<string, JsonSchema>).flatMap(([name, schema]) => {
    const now = (current as Record<string, JsonSchema> | undefined)?.[name];
    return now ? narrowings(schema, now, `${at}.${name}`) : [`${at}.${name} is gone`];
  });

const sameRequired: Rule = (published, current, at) => {
  const before = (published ?? []) as string[];
  const now = (current ?? []) as string[];
  return [
    ...before.filter((name) => !now.includes(name)).map((name) => `${at}.${name} may now be missing`),
    ...now.filter((name) => !before.includes(name)).map((name) => `${at}.${name} is missing from events of the past`),
  ];
};

const everyValueStays: Rule = (published, current, at) => {
  if (current === undefined) return [];
  if (published === undefined) return [`${at}: only some values are allowed now`];
  return (published as unknown[])
    .filter((value) => !(current as unknown[]).includes(value))
    .map((value) => `${at}: ${String(value)} is no longer allowed`);
};

const everyAlternativeStays: Rule = (published, current, at) => {
  if (published === undefined || current === undefined) return [`${at}: alternatives have come or gone`];
  const now = current as JsonSchema[];
  return (published as JsonSchema[])
    .filter((alternative) => !now.some((candidate) => narrowings(alternative, candidate).length === 0))
    .map((_, place) => `${at}: alternative ${place + 1} is gone or narrower`);
};

const rules: Readonly<Record<string, Rule>> = {
  $schema: annotation,
  title: annotation,
  description: annotation,
  'x-id-of': annotation,
  examples: annotation,
  properties: fields,
  required: sameRequired,
  items: (published, current, at) => narrowings((published ?? {}) as JsonSchema, (current ?? {}) as JsonSchema, `${at}[]`),
  enum: everyValueStays,
  anyOf: everyAlternativeStays,
  oneOf: everyAlternativeStays,
  minimum: notAbove('minimum'),
  exclusiveMinimum: notAbove('exclusiveMinimum'),
  minLength: notAbove('minLength'),
  minItems: notAbove('minItems'),
  maximum: notBelow('maximum'),
  exclusiveMaximum: notBelow('exclusiveMaximum'),
  maxLength: notBelow('maxLength'),
  maxItems: notBelow('maxItems'),
};
