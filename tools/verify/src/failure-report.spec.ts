import { renderFailures } from './failure-report.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `line ${i + 1}`);

describe('the report of failures', () => {
  it('numbers them, each with its reason below', () => {
    const failures = [
      { what: 'lint', why: 'unused variable\n\nin access.ts' },
      { what: 'types', why: 'no such property' },
    ];
    expect(renderFailures(failures)).toBe('1) lint\n   unused variable\n\n   in access.ts\n\n2) types\n   no such property\n');
  });

  it('tells a reason once that many have', () => {
    const failures = ['one', 'two', 'three'].map((what) => ({ what, why: what === 'two' ? 'late' : 'the broker is away' }));
    expect(renderFailures(failures)).toBe('1) one\n   the broker is away\n\n2) two\n   late\n\n3) three\n   as 1)\n');
  });

  it('leaves out the middle of a long reason, and says how much', () => {
    const lines = renderFailures([{ what: 'lint', why: numbered(500).join('\n') }]).split('\n');
    expect(lines.slice(20, 23)).toEqual(['   line 20', '   … 420 lines …', '   line 441']);
    expect(lines.at(-2)).toBe('   line 500');
  });

  it('leaves out the rest of a line that holds a whole document', () => {
    expect(renderFailures([{ what: 'lint', why: 'x'.repeat(1000) }])).toBe(`1) lint\n   ${'x'.repeat(400)} … 600 more\n`);
  });

  it('leaves a reason whole that is not long', () => {
    expect(renderFailures([{ what: 'lint', why: numbered(81).join('\n') }])).not.toContain('…');
  });
});
