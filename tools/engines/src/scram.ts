import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { EngineAddresses } from './addresses.ts';
import { withKafkaAdmin } from './kafka-connection.ts';

const iterations = 4096;
const scramSha256 = 1;

/** Makes Kafka users, or gives those that exist a new password; all in one request, without a JVM. */
export async function createScramUsers(addresses: EngineAddresses, users: { username: string; password: string }[]): Promise<void> {
  const upsertions = await Promise.all(users.map(toUpsertion));
  const { results } = await withKafkaAdmin(addresses.kafka, (connection, { alterUserScramCredentialsV0 }) =>
    alterUserScramCredentialsV0.api.async(connection, [], upsertions),
  );
  const refused = results.filter(({ errorCode }) => errorCode !== 0);
  if (refused.length > 0)
    throw new Error(`Kafka refused users: ${refused.map(({ user, errorMessage }) => `${user} (${errorMessage})`).join(', ')}`);
}

async function toUpsertion({ username, password }: { username: string; password: string }) {
  const salt = randomBytes(24);
  const saltedPassword = await promisify(pbkdf2)(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  return { name: username, mechanism: scramSha256, iterations, salt, saltedPassword };
}
