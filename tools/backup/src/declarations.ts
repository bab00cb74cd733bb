import type { Service } from '@xietong/kernel';
import { projects } from '@xietong/projects';
import { withSealedJournal } from '@xietong/runtime/parts';
import { talent } from '@xietong/talent';
import { Refused } from '@xietong/audit/refused';

/** The services that keep a journal, each by the database that it keeps it in. */
const keeping: readonly Service[] = [projects, talent];

/** The declaration by which a database's events are folded. Throws `Refused` where there is none. */
export function declarationOf(database: string): Service {
  const declared = keeping.find(({ context }) => database === `xietong-${context}`);
  if (!declared) throw new Refused(`no service of this version keeps '${database}'`);
  return withSealedJournal(declared);
}
