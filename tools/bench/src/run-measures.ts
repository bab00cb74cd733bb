import type { EngineAddresses } from '@xietong/engines';
import { provisionTopics } from '@xietong/runtime';
import { serviceEnvironment, TokenIssuer } from '@xietong/runtime/testing';
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

/** One agency with its topics, and what a service is told of its engines. */
async function prepareService(engines: Grounds['engines'], folder: string, issuer: string): Promise<Record<string, string>> {
  const agencies = ['NO-03/rcn'] as const;
  const { brokers, admin } = engines.kafka;
  const provision = { agencies, contexts: ['records', 'projects'], partitions: 3, readers: [] };
  await provisionTopics({ brokers, ...admin }, provision, pino({ level: 'silent' }));
  return { PORT: '0', ...serviceEnvironment(engines, { folder, issuer, agencies }) };
}
