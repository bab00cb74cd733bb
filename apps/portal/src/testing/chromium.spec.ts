import { getChromiumPath } from './chromium.ts';

describe('the browser of the tests', () => {
  test('is the one that was chosen, else the first that is there', () => {
    expect(getChromiumPath([__filename], '/opt/mine')).toBe('/opt/mine');
    expect(getChromiumPath(['/nowhere/chromium', __filename], undefined)).toBe(__filename);
  });

  test('is asked for with the command that installs it', () => {
    expect(() => getChromiumPath(['/nowhere/chromium'], undefined)).toThrow(/apt-get install chromium/);
  });
});
