import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineAddresses } from '@xietong/engines';
import { provisionTopics } from '@xietong/runtime';
import { TokenIssuer } from '@xietong/runtime/testing';
import { pino } from 'pino';
import type { Bench, Line } from './measure.ts';
import { type MeasureName, measures } from './measures.ts';

/** The engines to measure on, and where a measure may write for a while. */
export interface Grounds {
  readonly engines: Pick<EngineAddresses, 'mongo' | 'kafka'>;
  readonly folder: string;
  readonly rounds: number;
  readonly report: (line: string) => void;
}

/** Runs measures one after the other and answers their lines. */
export async function runMeasures(names: readonly MeasureName[], { engines, folder, rounds, report }: Grounds): Promise<Line[]> {
  const issuer = await TokenIssuer.start();
  try {
    const environment = await prepareService(engines, folder, issuer.url);
    const token = await officerToken(issuer);
    const bench: Bench = { engines, rounds, environment, token, kafka: { brokers: engines.kafka.brokers, ...engines.kafka.admin }, report };
    const lines: Line[] = [];
    for (const name of names) lines.push(...(await measures[name](bench)));
    return lines;
  } finally {
    await issuer.stop();
  }
}

/** Of an officer of `NO-03/rcn`, for longer than all measures take. */
const officerToken = (issuer: TokenIssuer): Promise<string> =>
  issuer.sign({ aud: ['xietong-records', 'xietong-projects'], roles: ['officer'], exp: Math.floor(Date.now() / 1000) + 6 * 3_600 });

/** One agency with its topic, and what a service is told of its engines. */
async function prepareService({ mongo, kafka }: Grounds['engines'], folder: string, issuer: string): Promise<Record<string, string>> {
  const agenciesFile = join(folder, 'agencies.json');
  writeFileSync(agenciesFile, JSON.stringify({ agencies: [{ ref: 'NO-03/rcn', name: { zh: '测量', en: 'Bench' }, kafka: kafka.admin }] }));
  const provision = { agencies: ['NO-03/rcn'], contexts: ['records', 'projects'], partitions: 3, readers: [] } as const;
  await provisionTopics({ brokers: kafka.brokers, ...kafka.admin }, provision, pino({ level: 'silent' }));
  return {
    PORT: '0',
    XIETONG_MONGO_URL: mongo.url,
    XIETONG_KAFKA_BROKERS: kafka.brokers.join(','),
    XIETONG_KAFKA_USERNAME: kafka.admin.username,
    XIETONG_KAFKA_PASSWORD: kafka.admin.password,
    XIETONG_AGENCIES_FILE: agenciesFile,
    XIETONG_OIDC_ISSUER: issuer,
    XIETONG_PSEUDONYM_KEY: 'a key for measuring, known to all',
  };
}
