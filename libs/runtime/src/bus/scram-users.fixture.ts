// A process of its own: the package that can make Kafka users is pure ES modules, which Jest does not load.
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Connection, alterUserScramCredentialsV0 } from '@platformatic/kafka';
import type { TestUsers } from './kafka-broker.fixture.ts';

const { broker, admin, users } = JSON.parse(readFileSync(0, 'utf8')) as TestUsers;
const [host = '', port] = broker.split(':');
const iterations = 4096;

const connection = new Connection('tests', { sasl: { mechanism: 'SCRAM-SHA-256', ...admin } });
await connection.connect(host, Number(port));
const upsertions = users.map(({ username, password }) => {
  const salt = randomBytes(24);
  return { name: username, mechanism: 1, iterations, salt, saltedPassword: pbkdf2Sync(password, salt, iterations, 32, 'sha256') };
});
await alterUserScramCredentialsV0.api.async(connection, [], upsertions);
await connection.close();
