import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineAddresses, reservePort } from '@xietong/engines';
import { cloneDir, ServiceProcess } from '@xietong/faults/service-process';
import { type AgencyRef, roles } from '@xietong/kernel';
import { provisionTopics } from '@xietong/runtime';
import { serviceEnvironment, type TokenIssuer } from '@xietong/runtime/testing';
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
export async function startService(name: string, engines: EngineAddresses, issuer: TokenIssuer, folder: string) {
  mkdirSync(folder, { recursive: true });
  const { port, release } = await reservePort([]);
  const service = new ServiceProcess({
    name,
    port,
    file: join(cloneDir, 'apps', name, 'src', 'main.ts'),
    logFile: join(folder, 'service.log'),
    environment: {
      ...serviceEnvironment(engines, { folder, issuer: issuer.url, agencies: [agency] }),
      XIETONG_DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'info',
    },
  });
  await service.start();
  return { service, release };
}
