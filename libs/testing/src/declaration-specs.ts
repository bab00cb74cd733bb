import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Access, Actor, AnyAggregate } from '@xietong/kernel';

/** Who is before an aggregate, by what to call them, and who of them is meant by the words of golden/access.md. */
export interface Cast {
  /** What those who act on an aggregate that exists have before them; who creates one has nothing. */
  readonly state: object;
  readonly people: Readonly<Record<string, Actor>>;
  readonly meant: Readonly<Record<string, readonly string[]>>;
}

/** Declares the test, for each command, that exactly those people may give it whom its words in the access matrix mean. */
export function describeWhoMay(aggregate: AnyAggregate, { state, people, meant }: Cast): void {
  describe('who may do what', () => {
    test.each(Object.entries(aggregate.commands))('%s', (_, row) => {
      const allow = row.allow as Access<unknown>;
      const before = row.kind === 'create' ? undefined : state;
      const permitted = Object.keys(people).filter((name) => allow.permits(people[name] as Actor, before));
      expect(permitted).toEqual(meant[allow.words]);
    });
  });
}

/** Declares the test that each refusal of each command has an example in the command's spec, `decide/<command>.spec.ts` in the folder. */
export function refusalsHaveExamples(aggregate: AnyAggregate, folder: string): void {
  test.each(Object.entries(aggregate.commands))('every refusal of %s has an example', (command, { refuses }) => {
    const kebab = command.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const spec = readFileSync(join(folder, `decide/${kebab}.spec.ts`), 'utf8');
    expect(refuses.filter((code) => !spec.includes(`refusal('${code}'`))).toEqual([]);
  });
}
