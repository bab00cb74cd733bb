import { type Lang, LocalText } from '@xietong/domain';
import { z } from 'zod';
import type { FieldFault } from './problem.ts';
import { sentName } from './sent-name.ts';

const wordings = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

type Issue = z.core.$ZodIssue;

/** Every fault of a value that its schema refuses, each at its field's path, in the caller's language. */
export function inputFaults(schema: z.ZodType, value: unknown, lang: Lang): FieldFault[] {
  // Parsed once more, only now that it has failed: the messages depend on the language, and success needs none.
  const { error } = schema.safeParse(value, { error: wordings[lang] });
  return error?.issues.flatMap((issue) => faultsOf(issue, issue.path, lang)) ?? [];
}

function faultsOf(issue: Issue, path: readonly PropertyKey[], lang: Lang): FieldFault[] {
  if (issue.code === 'unrecognized_keys') {
    const message = issue.keys.reduce((text, key) => text.replaceAll(`"${key}"`, `"${sentName(key)}"`), issue.message);
    return issue.keys.map((key) => ({ field: fieldOf([...path, key]), message }));
  }
  const branch = issue.code === 'invalid_union' ? closestBranch(issue.errors) : [];
  if (branch.length > 0) return branch.flatMap((inner) => faultsOf(inner, [...path, ...inner.path], lang));
  return [{ field: fieldOf(path), message: wordsOf(issue, lang) }];
}

// A rule of the schema's own has its own words (`saidIn`).
const wordsOf = (issue: Issue, lang: Lang): string =>
  (issue.code === 'custom' && LocalText.safeParse(issue.params).data?.[lang]) || issue.message;

// Of the alternatives of a union, the one that fits best is most likely what the caller meant.
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  return branches.reduce<readonly Issue[]>((best, branch) => (best.length === 0 || branch.length < best.length ? branch : best), []);
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'string' ? sentName(part) : String(part))).join('.');
