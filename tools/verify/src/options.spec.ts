import { parsePartsToRun } from './options.ts';

describe('the command line', () => {
  it('asks for everything unless it says otherwise', () => {
    expect(parsePartsToRun([])).toEqual(['unit', 'integration', 'e2e']);
  });

  it.each(['unit', 'integration', 'e2e'])('asks for one part by --only %s', (part) => {
    expect(parsePartsToRun(['--only', part])).toEqual([part]);
  });

  it('is refused with the parts that there are where it asks for another', () => {
    expect(() => parsePartsToRun(['--only', 'smoke'])).toThrow("--only takes unit, integration, e2e, not 'smoke'");
    expect(() => parsePartsToRun(['--fast'])).toThrow("Unknown option '--fast'");
  });
});
