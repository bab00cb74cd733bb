import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../cache.ts';
import { downloadKafkaJars } from '../download.ts';
import type { Java } from '../java.ts';
import { withKafkaAdmin } from '../kafka-connection.ts';
import { manifest } from '../manifest.ts';
import { newPassword, writeSecretFile } from '../secrets.ts';
import { run } from '../run.ts';
import { reservePort } from '../ports.ts';
import type { Command } from '../tracked-process.ts';
import { trainArchive } from './class-archive.ts';
import type { Engine, Site } from './engine.ts';
import { kafkaPasswordVariable, kafkaProperties } from './kafka-properties.ts';

const log4j = `status=error
appender.out.type=Console
appender.out.name=out
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=%d{ISO8601} %p %m (%c)%n
rootLogger.level=info
rootLogger.appenderRef.out.ref=out
logger.config.name=org.apache.kafka.common.config
logger.config.level=warn
`;

const jvmFlags = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

export const kafka: Engine = {
  name: 'kafka',
  async prepare(site) {
    const java = await site.java();
    const libs = await kafkaLibs(site);
    const archive = await cached(
      { title: `kafka-${manifest.kafka.version}-classes`, ingredients: [java.id, libs, jvmFlags], signal: site.signal },
      (dir, scratch) => train(dir, scratch, java, libs, site),
    );
    return layOut(site, java, libs, `-XX:SharedArchiveFile=${join(archive, 'classes.jsa')}`);
  },
  isReady({ ports, secrets }) {
    const addresses = { brokers: [`127.0.0.1:${ports['main']}`], admin: { username: 'admin', password: secrets.kafkaAdmin } };
    return withKafkaAdmin(addresses, async (connection, { metadataV12 }) => {
      const { brokers } = await metadataV12.api.async(connection, []);
      // A broker that still replays its log is fenced, and then it is missing here.
      return brokers.length === 1;
    });
  },
};

async function kafkaLibs(site: Site): Promise<string> {
  const { version, jars } = manifest.kafka;
  const home = await cached({ title: `kafka-${version}`, ingredients: jars, signal: site.signal }, (dir, scratch) =>
    downloadKafkaJars(join(dir, 'libs'), scratch, site),
  );
  return join(home, 'libs');
}

/** Writes the configuration, formats the data folder the first time, and says what to run. */
async function layOut(site: Site, java: Java, libs: string, archiveFlag: string): Promise<Command> {
  mkdirSync(site.dir, { recursive: true });
  writeFileSync(join(site.dir, 'log4j2.properties'), log4j);
  const data = join(site.dir, 'data');
  const properties = join(site.dir, 'server.properties');
  writeFileSync(properties, propertiesOf(site, data));
  const env = { [kafkaPasswordVariable]: site.secrets.kafkaAdmin };
  const flags = [
    ...jvmFlags,
    `-Dlog4j2.configurationFile=file:${join(site.dir, 'log4j2.properties')}`,
    ...[
      '-cp',
      Object.keys(manifest.kafka.jars)
        .map((name) => join(libs, name))
        .join(':'),
    ],
  ];
  if (!existsSync(data)) await format(site, java, flags, data, env);
  return { file: java.file, args: [archiveFlag, ...flags, 'kafka.Kafka', properties], env };
}

function propertiesOf({ ports }: Site, dataDir: string): string {
  const clients = `127.0.0.1:${ports['main']}`;
  return kafkaProperties({
    dataDir,
    controller: `127.0.0.1:${ports['controller']}`,
    listeners: [{ name: 'SASL_PLAINTEXT', bind: clients, advertise: clients }],
  });
}

/** Makes a data folder that knows the administrator; it appears whole, so a format that was cut off is done again. */
async function format(site: Site, java: Java, flags: string[], data: string, env: Record<string, string>): Promise<void> {
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const properties = join(site.dir, 'format.properties');
  writeFileSync(properties, propertiesOf(site, fresh));
  const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A');
  const user = `SCRAM-SHA-256=[name=admin,password=${site.secrets.kafkaAdmin}]`;
  // By a file of arguments: the command line of a process can be read by everybody on the machine.
  const argumentFile = join(site.dir, 'format.arguments');
  writeSecretFile(
    argumentFile,
    ['kafka.tools.StorageTool', 'format', '--standalone', '-t', clusterId, '-c', properties, '--add-scram', user]
      .map((word) => `"${word}"`)
      .join('\n'),
  );
  await run({ file: java.file, args: [...flags, `@${argumentFile}`], env });
  rmSync(argumentFile);
  rmSync(properties);
  renameSync(fresh, data);
}

/** Runs a throw-away node once and keeps the classes that it loaded: every later start is twice as fast. */
async function train(dir: string, scratch: string, java: Java, libs: string, site: Site): Promise<void> {
  site.progress.line('Kafka: preparing its class archive (once)');
  const [main, controller] = [await reservePort([]), await reservePort([])];
  const trial: Site = {
    ...site,
    dir: scratch,
    ports: { main: main.port, controller: controller.port },
    secrets: { ...site.secrets, kafkaAdmin: newPassword() },
  };
  try {
    const command = await layOut(trial, java, libs, `-XX:ArchiveClassesAtExit=${join(dir, 'classes.jsa')}`);
    await trainArchive('Kafka', command, trial, () => kafka.isReady(trial));
  } finally {
    main.release();
    controller.release();
  }
}
