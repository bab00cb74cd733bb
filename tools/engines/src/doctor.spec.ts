import { examine, findingLines } from './doctor.ts';

describe('what a machine lacks', () => {
  const { PATH } = process.env;
  afterEach(() => void (process.env['PATH'] = PATH));

  test('is Chromium where there is none: named with the command that installs it, and no fault, as only npm test needs it', async () => {
    process.env['PATH'] = '/nowhere';
    const chromium = (await examine('external', '/nowhere')).filter(({ what }) => what === 'Chromium');
    expect(chromium).toEqual([
      { what: 'Chromium', state: 'optional', detail: 'needed by npm test only', mend: expect.stringMatching(/ chromium fonts-noto-cjk$/) },
    ]);
    expect(findingLines(chromium)).toMatch(/^optional {2}Chromium: needed by npm test only\n {10}-> .* chromium fonts-noto-cjk$/);
  });
});
