import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { downEngines, type EngineAddresses, upEngines } from '@xietong/engines';
import { provisionTopics } from '@xietong/runtime';
import { TokenIssuer } from '@xietong/runtime/testing';
import { pino } from 'pino';
import { findBaseline, movedSince, renewed } from './baseline.ts';
import { thisMachine } from './machine.ts';
import type { Bench, Line } from './measure.ts';
import { measureAuthentication } from './measures/authentication.ts';
import { measureCommands } from './measures/commands.ts';
import { measureGrowth } from './measures/growth.ts';
import { measureIntake } from './measures/intake.ts';
import { measurePlatform } from './measures/platform.ts';
import { measureRelay } from './measures/relay.ts';
import { measureStore } from './measures/store.ts';
import { measureTelemetry } from './measures/telemetry.ts';
import { measureVisibility } from './measures/visibility.ts';
import { renderReport } from './report.ts';

const measures: Readonly<Record<string, (bench: Bench) => Promise<Line[]>>> = {
  platform: measurePlatform,
  store: measureStore,
  authentication: measureAuthentication,
  commands: measureCommands,
  visibility: measureVisibility,
  telemetry: measureTelemetry,
  intake: measureIntake,
  relay: measureRelay,
  growth: measureGrowth,
};

const usage = `npm run bench -- [options]: measures ratios and figures on real engines, both sides in one run
  --rounds <n>    rounds of each pair (default 5)
  --only <name>   ${Object.keys(measures).join(' | ')}; may be repeated
  --write         keeps what was measured in docs/bench.md and docs/bench.json, the baseline of later runs`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true, default: Object.keys(measures) },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-bench-'));
  const stateDir = join(folder, 'engines');
  const report = (line: string): void => console.error(line);
  const issuer = await TokenIssuer.start();
  try {
    const engines = await upEngines({ stateDir, report });
    const environment = await prepareService(engines, folder, issuer.url);
    const given: Bench = {
      engines,
      rounds: Number(values.rounds),
      environment,
      token: await officerToken(issuer),
      kafka: { brokers: engines.kafka.brokers, ...engines.kafka.admin },
      report,
    };
    const lines: Line[] = [];
    for (const name of values.only) lines.push(...(await measureOf(name)(given)));
    publish(lines);
  } finally {
    await issuer.stop();
    await downEngines({ stateDir });
    rmSync(folder, { recursive: true });
  }
}

/** Of an officer of `NO-03/rcn`, for longer than all measures take. */
const officerToken = (issuer: TokenIssuer): Promise<string> =>
  issuer.sign({ aud: ['xietong-records', 'xietong-projects'], roles: ['officer'], exp: Math.floor(Date.now() / 1000) + 6 * 3_600 });

function measureOf(name: string): (bench: Bench) => Promise<Line[]> {
  const measure = measures[name];
  if (!measure) throw new Error(`there is no measure '${name}': ${Object.keys(measures).join(', ')}`);
  return measure;
}

/** One agency with its topic, and what a service is told of its engines. */
async function prepareService({ mongo, kafka }: EngineAddresses, folder: string, issuer: string): Promise<Record<string, string>> {
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

function publish(lines: readonly Line[]): void {
  const machine = thisMachine();
  const date = new Date().toISOString().slice(0, 10);
  const measured = lines.map((line) => ({ ...line, date }));
  console.log(renderReport(measured, machine));
  const docs = join(import.meta.dirname, '..', '..', '..', 'docs');
  const baseline = findBaseline(join(docs, 'bench.json'));
  if (baseline) console.log(movedSince(baseline, lines, machine).join('\n'));
  if (!values.write) return;
  const kept = renewed(baseline, measured, machine);
  writeFileSync(join(docs, 'bench.md'), `# Measured by \`npm run bench\`\n\n${renderReport(kept.lines, machine)}`);
  writeFileSync(join(docs, 'bench.json'), `${JSON.stringify(kept, null, 2)}\n`);
}

if (values.help) console.log(usage);
else await bench();
