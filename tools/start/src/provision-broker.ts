import { createScramUsers, type EngineAddresses, serviceNames, services } from '@xietong/engines';
import { provisionTopics } from '@xietong/runtime';
import { pino } from 'pino';
import { demoAgencies, principalOf } from './demo-people.ts';
import { passwordOf, type Secrets } from './secrets.ts';

/** Of every topic, for good: a key whose partition changed would overtake itself. */
const partitions = 3;

/** Contexts whose services publish events. */
const publishingContexts = serviceNames.filter((name) => services[name].keeps === 'documents');

/** Makes every agency's topics and principal, and the principals of the services. Run again it changes nothing. */
export async function provisionBroker(engines: EngineAddresses, passwords: Secrets['kafka']): Promise<void> {
  const { brokers, admin } = engines.kafka;
  const users = [...demoAgencies.map(principalOf), ...serviceNames].map((username) => ({
    username,
    password: passwordOf(username, passwords),
  }));
  await Promise.all([
    createScramUsers(engines, users),
    provisionTopics(
      { brokers, ...admin },
      { agencies: demoAgencies.map(({ ref }) => ref), contexts: publishingContexts, partitions, readers: serviceNames },
      pino({ level: 'silent' }),
    ),
  ]);
}
