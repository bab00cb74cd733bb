import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

// A password made by chance cannot be guessed, so it needs no slow hash; Keycloak's own would take seconds for 32 people.
const iterations = 1_000;

/** A password as Keycloak keeps it, hashed here; Keycloak hashes it anew its own way when it is first used. */
export async function hashedPassword(password: string) {
  const salt = randomBytes(16);
  const hash = await promisify(pbkdf2)(password, salt, iterations, 64, 'sha512');
  return {
    type: 'password',
    credentialData: JSON.stringify({ hashIterations: iterations, algorithm: 'pbkdf2-sha512' }),
    secretData: JSON.stringify({ value: hash.toString('base64'), salt: salt.toString('base64') }),
  };
}
