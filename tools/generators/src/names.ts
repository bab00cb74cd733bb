import ts from 'typescript';
import { findPastParticiple } from './past-participle.ts';
import { GeneratorFault } from './workspace.ts';

/** One name in the three ways in which code writes it: `set-plan`, `setPlan`, `SetPlan`; `words` is for sentences. */
export interface Name {
  readonly kebab: string;
  readonly camel: string;
  readonly pascal: string;
  readonly words: string;
}

/** Parses a name as it is typed; throws a sentence where topics, addresses or TypeScript could not have it. */
export function parseName(what: string, typed: string): Name {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(typed)) {
    throw new GeneratorFault(`'${typed}' is no name for ${what}: write it in small letters, digits and single hyphens, such as 'set-plan'`);
  }
  const pascal = typed.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  if (isReserved(camel)) throw new GeneratorFault(`'${typed}' is no name for ${what}: TypeScript keeps the word for itself`);
  return { kebab: typed, camel, pascal, words: typed.replaceAll('-', ' ') };
}

/** Words with the article that English gives them: `a loan`, `an expert`; a vowel that sounds like `you` or `w` takes `a`. */
export const withArticle = (words: string): string => (/^(?!eu|one|uni(?!n)|us[aeiu])[aeiou]/.test(words) ? `an ${words}` : `a ${words}`);

/**
 * What a command's event is called unless its author says: `set-plan` becomes `plan-set`, `exit` becomes `exited`. Throws a sentence
 * where that is not certain, because an event that was published keeps its name for good.
 */
export function pastOf(command: string): string {
  const [verb = '', ...object] = command.split('-');
  const past = findPastParticiple(verb);
  if (past === undefined) {
    throw new GeneratorFault(
      `the past participle of '${verb}' is not certain, and an event keeps its name for good: say it with --event <past tense>`,
    );
  }
  return [...object, past].join('-');
}

function isReserved(word: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, word);
  const kind = scanner.scan();
  return kind >= ts.SyntaxKind.FirstReservedWord && kind <= ts.SyntaxKind.LastFutureReservedWord;
}
