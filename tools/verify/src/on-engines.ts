import { join } from 'node:path';
import { downEngines, type EngineAddresses, upEngines } from '@xietong/engines';
import { testIntegration } from './jest-steps.ts';
import type { Session } from './session.ts';
import { nothing } from './tally.ts';

/** Starts engines of its own and runs the integration tests on them. */
export async function checkOnEngines(session: Session, scratchDir: string): Promise<void> {
  const stateDir = join(scratchDir, 'engines');
  try {
    const engines = await session.provide('engines of its own', () => upEngines({ stateDir, report: session.say }));
    if (engines)
      await session.check('integration tests', () =>
        testIntegration(session, { ...engineEnvironment(engines), XIETONG_TEST_KAFKA_RESTART: restartKafka(stateDir) }),
      );
  } finally {
    await session.release('engines stop', async () => {
      await downEngines({ stateDir });
      return nothing;
    });
  }
}

/** Where the engines are, as the tests read it. */
export const engineEnvironment = ({ mongo, kafka, keycloak }: EngineAddresses): Record<string, string> => ({
  XIETONG_TEST_MONGO_URL: mongo.url,
  XIETONG_TEST_KAFKA_BROKERS: kafka.brokers.join(','),
  XIETONG_TEST_KAFKA_ADMIN_USERNAME: kafka.admin.username,
  XIETONG_TEST_KAFKA_ADMIN_PASSWORD: kafka.admin.password,
  XIETONG_TEST_KEYCLOAK_URL: keycloak.url,
  XIETONG_TEST_KEYCLOAK_REALM: keycloak.realm,
  XIETONG_TEST_KEYCLOAK_ADMIN_USERNAME: keycloak.admin.username,
  XIETONG_TEST_KEYCLOAK_ADMIN_PASSWORD: keycloak.admin.password,
});

const restartKafka = (stateDir: string): string => `'${process.execPath}' '${join(import.meta.dirname, 'restart-kafka.ts')}' '${stateDir}'`;
