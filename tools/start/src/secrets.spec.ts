import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPeople } from './demo-people.ts';
import { findSecrets, getSecrets, passwordOf, secretsFileOf } from './secrets.ts';
import { writeStateFile } from './state-files.ts';

describe("a clone's secrets", () => {
  let stateDir: string;
  beforeEach(() => (stateDir = mkdtempSync(join(tmpdir(), 'xietong-'))));
  afterEach(() => rmSync(stateDir, { recursive: true }));

  it('are made once and stay the same', () => {
    const made = getSecrets(stateDir);
    expect(getSecrets(stateDir)).toEqual(made);
    expect(findSecrets(stateDir)).toEqual(made);
  });

  it('do not exist before the first start', () => {
    expect(findSecrets(stateDir)).toBeUndefined();
  });

  it('differ from clone to clone and from person to person', () => {
    const other = mkdtempSync(join(tmpdir(), 'xietong-'));
    const [one, two] = [getSecrets(stateDir), getSecrets(other)];
    rmSync(other, { recursive: true });
    expect(one.pseudonymKey).not.toBe(two.pseudonymKey);
    expect(new Set([...Object.values(one.people), ...Object.values(two.people)]).size).toBe(2 * demoPeople.length);
  });

  it('are readable by their owner alone', () => {
    getSecrets(stateDir);
    expect((statSync(secretsFileOf(stateDir)).mode & 0o777).toString(8)).toBe('600');
  });

  it('gain a password for a person who is new, and keep all others', () => {
    const { people, ...rest } = getSecrets(stateDir);
    const withoutOne = Object.fromEntries(Object.entries(people).filter(([username]) => username !== 'rcn-officer'));
    writeStateFile(secretsFileOf(stateDir), { ...rest, people: withoutOne });
    const grown = getSecrets(stateDir);
    expect(grown.people).toMatchObject(withoutOne);
    expect(passwordOf('rcn-officer', grown.people)).not.toBe('');
  });

  it('have no password for a stranger', () => {
    expect(() => passwordOf('stranger', getSecrets(stateDir).people)).toThrow('there is no password of stranger');
  });
});
