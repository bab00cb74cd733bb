import { logInStorm } from './log-in-storm.ts';
import { iterationsOf } from './scenario.ts';

const run = { seed: 'abc', password: 'a+b&c', agency: '', rate: 3, seconds: 4 };
const numbers = iterationsOf(run);

interface Import {
  readonly users: readonly {
    readonly id: string;
    readonly username: string;
    readonly credentials: readonly { readonly value: string }[];
  }[];
}
const made = logInStorm.prepare(run).flatMap((phase) => phase.flatMap(({ body }) => (JSON.parse(body ?? '') as Import).users));
const loggedIn = numbers.map((n) => new URLSearchParams(logInStorm.requestOf(n, run).body));

describe('the storm of log-ins', () => {
  it('logs each user in once, and only users that it has made, with their passwords', () => {
    const users = loggedIn.map((form) => form.get('username'));
    expect(new Set(users).size).toBe(numbers.length);
    expect(made.map(({ username }) => username)).toEqual(users);
    expect(made.map(({ credentials }) => credentials[0]?.value)).toEqual(loggedIn.map((form) => form.get('password')));
    expect(loggedIn[0]?.get('password')).toBe('a+b&c');
  });

  it('takes away every user that it has made', () => {
    const gone = logInStorm.cleanUp(run).map(({ method, path }) => `${method} ${path}`);
    expect(gone).toEqual(made.map(({ id }) => `DELETE /users/${id}`));
  });

  it('gives users ids that Keycloak can keep', () => {
    const longest = logInStorm.requestOf(99_999, { ...run, seed: '0123456789' }).body;
    expect(new URLSearchParams(longest).get('username')?.length).toBeLessThanOrEqual(36);
  });

  it('sends no secret but the password itself', () => {
    for (const form of loggedIn) expect(form.get('username')).not.toContain(run.password);
  });
});
