import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { header } from './columns.ts';
import { rules } from './rules.ts';

const written = readFileSync(join(import.meta.dirname, '..', 'RULES.md'), 'utf8');
const section = (title: string) => written.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const named = (text: string) => [...text.matchAll(/^\| `([a-z0-9-]+)` +\|/gm)].map(([, rule]) => rule);

describe('the written rules of the import', () => {
  it.each([
    ['Kept', 'kept'],
    ['Refused', 'refused'],
  ])('under %s are those of the code, no more and no less', (title, verdict) => {
    const ofCode = Object.entries(rules).filter(([, rule]) => rule.verdict === verdict);
    expect(named(section(title)).sort()).toEqual(ofCode.map(([rule]) => rule).sort());
  });

  it('name the columns of the file as it names them', () => {
    const columns = [...section('Columns').matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell]) =>
      [...(cell ?? '').matchAll(/`(.+?)`/g)].map(([, name]) => name),
    );
    expect(columns.length).toBeGreaterThan(0);
    expect(columns.filter((name) => !header.includes(name as (typeof header)[number]))).toEqual([]);
  });
});
