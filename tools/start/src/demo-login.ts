import { demoPeople } from './demo-people.ts';
import type { Login } from './password-token.ts';
import { passwordOf, type Secrets } from './secrets.ts';

/** How one of the demonstration's people logs in from the command line. Throws with the names that there are. */
export function loginOf(username: string, issuer: string, { people }: Secrets): Login {
  const known = demoPeople.map((person) => person.username);
  if (!known.includes(username)) throw new Error(`there is no user ${username}; there are:\n  ${known.join(' ')}`);
  return { issuer, clientId: 'xietong-cli', username, password: passwordOf(username, people) };
}
