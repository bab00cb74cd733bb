import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineAddresses, reservePort } from '@xietong/engines';
import { cloneDir, ServiceProcess } from '@xietong/faults/service-process';
import { type AgencyRef, roles } from '@xietong/kernel';
import { provisionTopics } from '@xietong/runtime';
import type { TokenIssuer } from '@xietong/runtime/testing';
import { pino } from 'pino';

const agency: AgencyRef = 'NO-03/fuzz';
const hours = 3_600;

/** A token of one person of the agency who holds every role, so that no route is closed to the fuzzer. */
export function tokenFor(issuer: TokenIssuer, services: readonly string[]): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + 6 * hours;
  const [region, name] = agency.split('/');
  return issuer.sign({ aud: services.map((service) => `xietong-${service}`), roles: [...roles], region, agency: name, exp });
}

/** Makes the topics that the services write and read. */
export const makeTopics = ({ kafka }: EngineAddresses, services: readonly string[]): Promise<void> =>
  provisionTopics(
    { brokers: kafka.brokers, ...kafka.admin },
    { agencies: [agency], contexts: [...services], partitions: 1, readers: [] },
    pino({ level: 'silent' }),
  );

/** Starts the real service on the engines, in a folder of its own; `release` gives its port back once it has ended. */
export async function startService(name: string, { mongo, kafka }: EngineAddresses, issuer: TokenIssuer, folder: string) {
  mkdirSync(folder, { recursive: true });
  const agenciesFile = join(folder, 'agencies.json');
  const agencies = [{ ref: agency, name: { zh: '模糊测试', en: 'Fuzzing' }, kafka: kafka.admin }];
  writeFileSync(agenciesFile, JSON.stringify({ agencies }), { mode: 0o600 });
  const { port, release } = await reservePort([]);
  const service = new ServiceProcess({
    name,
    port,
    file: join(cloneDir, 'apps', name, 'src', 'main.ts'),
    logFile: join(folder, 'service.log'),
    environment: {
      XIETONG_MONGO_URL: mongo.url,
      XIETONG_KAFKA_BROKERS: kafka.brokers.join(','),
      XIETONG_KAFKA_USERNAME: kafka.admin.username,
      XIETONG_KAFKA_PASSWORD: kafka.admin.password,
      XIETONG_AGENCIES_FILE: agenciesFile,
      XIETONG_OIDC_ISSUER: issuer.url,
      XIETONG_PSEUDONYM_KEY: 'a key for fuzzing services, known to all',
      XIETONG_DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'info',
    },
  });
  await service.start();
  return { service, release };
}
