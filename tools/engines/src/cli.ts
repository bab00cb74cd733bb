import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { generatedFiles } from './compose/generated-files.ts';
import { resetDocker } from './docker.ts';
import { examine, findingLines } from './doctor.ts';
import { downEngines, findEngines, parseEngineNames, parseMode, stateDirOf, upEngines } from './engines.ts';
import { lockKafkaJars } from './lock-kafka-jars.ts';
import { printLogs } from './logs.ts';
import { deleteSet, filesOfSet } from './reset.ts';
import { engineStatus, statusTable } from './status.ts';

const usage = `npm run engines -- <command>

  up [--with zipkin]         start MongoDB, Kafka and Keycloak and wait until they serve; what runs is kept
  down                       stop them; their data stay
  status [--json]            what runs, where
  logs [engine] [--follow]   the end of their logs
  doctor                     what this machine lacks, and the command that installs it
  reset                      stop them and delete their data
  generate                   write docker-compose.yml and what else follows from the manifest
  lock                       pin the jars that Maven resolves for the manifest's Kafka

  --state <folder>           another set of engines than the clone's own
  XIETONG_ENGINES=native|docker|external says who runs the engines (docs/engines.md)`;

type Options = { state?: string; with?: string[]; json?: boolean; follow?: boolean };

const commands: Record<string, (stateDir: string, options: Options, words: string[]) => Promise<void>> = {
  async up(stateDir, options) {
    const addresses = await upEngines({ stateDir, with: options.with ?? [] });
    if (options.json) console.log(JSON.stringify(addresses, null, 2));
    else
      console.log(`MongoDB   ${addresses.mongo.url}\nKafka     ${addresses.kafka.brokers.join(',')}\nKeycloak  ${addresses.keycloak.url}`);
    if (addresses.zipkin && !options.json) console.log(`Zipkin    ${addresses.zipkin.url}`);
  },
  down: (stateDir) => downEngines({ stateDir }),
  async status(stateDir, options) {
    const mode = parseMode();
    const engines = mode === 'native' ? await engineStatus(stateDir) : [];
    const found = await findEngines({ stateDir });
    if (options.json) console.log(JSON.stringify({ mode, up: found !== undefined, engines }, null, 2));
    else
      console.log(
        mode === 'native'
          ? statusTable(engines)
          : `${mode}: ${found ? `${found.mongo.url} ${found.kafka.brokers} ${found.keycloak.url}` : 'not running'}`,
      );
  },
  logs: (stateDir, options, words) => printLogs(stateDir, parseEngineNames(words), options.follow ?? false),
  async doctor(stateDir) {
    const findings = await examine(parseMode(), stateDir);
    console.log(findingLines(findings));
    if (findings.some(({ state }) => state === 'missing')) process.exitCode = 1;
  },
  async reset(stateDir) {
    const files = filesOfSet(stateDir);
    console.log(files.length > 0 ? `deleting the engines' data:\n  ${files.join('\n  ')}` : `no engines' data in ${stateDir}`);
    await downEngines({ stateDir });
    if (parseMode() === 'docker') await resetDocker(stateDir);
    deleteSet(stateDir);
  },
  lock: () => lockKafkaJars(),
  async generate() {
    for (const [path, text] of Object.entries(generatedFiles())) {
      const file = join(import.meta.dirname, '..', '..', '..', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  },
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      state: { type: 'string' },
      with: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      follow: { type: 'boolean', short: 'f' },
    },
  });
  const [name = '', ...words] = positionals;
  const command = commands[name];
  if (command) await command(stateDirOf(values.state === undefined ? {} : { stateDir: values.state }), values, words);
  else {
    console.error(name === '' ? usage : `there is no command '${name}'\n\n${usage}`);
    process.exitCode = 1;
  }
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
