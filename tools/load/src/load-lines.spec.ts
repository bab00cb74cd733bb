import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keep } from './kept-files.ts';
import { findKept, type LoadLine, renewed } from './load-lines.ts';

const machine = { processors: '2 x some', memoryGiB: 24, node: 'v24' };
const measured = { rate: 50, seconds: 10, doneRate: 49.96, dropped: 0, failed: 0, p50Ms: 4.2, p95Ms: 12.34, p99Ms: 130.4 };
const line = (scenario: string, more: Partial<LoadLine> = {}): LoadLine => ({
  scenario,
  highest: false,
  measured,
  missed: [],
  date: '2026-11-28',
  ...more,
});
const figures = line('figure-queries', { highest: true });
const commands = line('command-mix', {
  measured: {
    ...measured,
    doneRate: 0,
    dropped: 3,
    failed: 1,
    p50Ms: Infinity,
    p95Ms: Infinity,
    p99Ms: Infinity,
    firstFailure: 'a | b\n503',
  },
  missed: ['3 dropped', '1 failed (a | b\n503)'],
});

describe('what is kept of loads', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xietong-load-lines-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is what was measured now, and what was left out now of earlier runs on the same machine', () => {
    const later = line('figure-queries', { highest: true, date: '2026-12-01' });
    const asked = line('figure-queries', { date: '2026-12-01' });
    expect(renewed({ machine, lines: [figures, commands] }, [later, asked], machine).lines).toEqual([commands, later, asked]);
    expect(renewed({ machine, lines: [asked] }, [later], machine).lines).toEqual([asked, later]);
    expect(renewed(undefined, [later], machine).lines).toEqual([later]);
  });

  it('is never mixed with what another machine did', () => {
    expect(renewed({ machine: { ...machine, memoryGiB: 8 }, lines: [figures] }, [commands], machine)).toEqual({
      machine,
      lines: [commands],
    });
  });

  it('is kept in files: a second run adds to what the first has left, a time that no answer took among it', () => {
    keep(folder, [commands], machine);
    keep(folder, [figures], machine);
    expect(findKept(join(folder, 'load.json'))).toEqual({ machine, lines: [commands, figures] });
  });

  it('is nothing before the first run, and a file of another shape is refused', () => {
    const file = join(folder, 'load.json');
    expect(findKept(file)).toBeUndefined();
    writeFileSync(file, '{"lines": []}');
    expect(() => keep(folder, [figures], machine)).toThrow('machine');
    expect(readFileSync(file, 'utf8')).toBe('{"lines": []}');
  });

  it('is shown with its machine, a table a scenario, each with its thresholds', () => {
    keep(folder, [commands, figures], machine);
    const text = readFileSync(join(folder, 'load.md'), 'utf8');
    expect(text).toContain('Measured on 2 x some, 24 GiB, Node v24');
    expect(text.match(/^## .*$/gm)).toEqual(['## figure-queries', '## command-mix']);
    expect(text.match(/^p95 <= .* nothing dropped, nothing failed$/gm)).toHaveLength(2);
    expect(text).toContain('| 50 | 50.0 | 10 | 0 | 0 | 4.20 | 12.3 | 130 | holds; the highest rate that does, 2026-11-28 |');
    expect(text).toContain('| 50 | 0.00 | 10 | 3 | 1 | never | never | never | missed: 3 dropped, 1 failed (a \\| b 503), 2026-11-28 |');
  });
});
