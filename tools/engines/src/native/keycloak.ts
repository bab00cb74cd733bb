import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../cache.ts';
import { downloadPackage, unpack } from '../download.ts';
import type { Java } from '../java.ts';
import { manifest } from '../manifest.ts';
import { reservePort } from '../ports.ts';
import { run } from '../run.ts';
import { newPassword, writeSecretFile } from '../secrets.ts';
import type { Command } from '../tracked-process.ts';
import { trainArchive } from './class-archive.ts';
import type { Engine, Site } from './engine.ts';

const realmFile = join(import.meta.dirname, '..', '..', '..', '..', 'infra', 'keycloak', 'realm.json');
const database = 'keycloakdb.mv.db';
const passwordFile = 'admin-password';
const buildWords = ['build', '--db=dev-file', '--health-enabled=true'];
const jvmFlags = [
  '-Xms64m',
  '-Xmx384m',
  '-XX:MetaspaceSize=96M',
  '-XX:MaxMetaspaceSize=256m',
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
];

export const keycloak: Engine = {
  name: 'keycloak',
  async prepare(site) {
    const java = await site.java();
    const distribution = await keycloakDistribution(site, java);
    const trained = await cached(
      { title: `keycloak-${manifest.keycloak.version}-classes`, ingredients: [java.id, distribution, jvmFlags], signal: site.signal },
      (dir, scratch) => train(dir, scratch, java, distribution, site),
    );
    layOut(site.dir, distribution, trained);
    return startCommand(site, java, distribution, [`-XX:SharedArchiveFile=${join(trained, 'classes.jsa')}`]);
  },
  async isReady(site) {
    if (!(await managementReady(site))) return false;
    const realm = await fetch(`http://127.0.0.1:${site.ports['main']}/realms/xietong`);
    await realm.arrayBuffer();
    return realm.ok;
  },
};

/** The administrator of one set's Keycloak. */
export function keycloakAdmin(dir: string): { username: string; password: string } {
  return { username: 'admin', password: readFileSync(join(dir, passwordFile), 'utf8') };
}

async function managementReady({ ports }: Site): Promise<boolean> {
  const health = await fetch(`http://127.0.0.1:${ports['management']}/health/ready`);
  await health.arrayBuffer();
  return health.ok;
}

/** The distribution, already built for the embedded database; read-only from then on and shared by every set of engines. */
async function keycloakDistribution(site: Site, java: Java): Promise<string> {
  const { title, version, package: wanted } = manifest.keycloak;
  const home = await cached(
    { title: `keycloak-${version}`, ingredients: [wanted.sha256, buildWords], signal: site.signal },
    async (dir, scratch) => {
      const zip = await downloadPackage(wanted, `${title} ${version}`, scratch, site);
      site.progress.line('Keycloak: unpacking and building (once)');
      await unpack(zip, dir, []);
      const distribution = join(dir, `keycloak-${version}`);
      await run(keycloakCommand(java, distribution, distribution, [], buildWords), site.signal);
    },
  );
  return join(home, `keycloak-${version}`);
}

/**
 * A home of its own for one set: the software by links, the data as files.
 * A new home begins with the trained database, which holds tables, master realm and administrator: making them takes 6 s.
 */
function layOut(dir: string, distribution: string, trained: string | undefined): void {
  mkdirSync(join(dir, 'data', 'import'), { recursive: true });
  for (const part of ['lib', 'conf', 'providers', 'themes']) {
    rmSync(join(dir, part), { force: true });
    symlinkSync(join(distribution, part), join(dir, part));
  }
  if (trained === undefined) return;
  copyFileSync(realmFile, join(dir, 'data', 'import', 'xietong-realm.json'));
  const tables = join(dir, 'data', 'h2');
  if (existsSync(tables)) return;
  rmSync(`${tables}.new`, { recursive: true, force: true });
  mkdirSync(`${tables}.new`);
  copyFileSync(join(trained, database), join(`${tables}.new`, database));
  writeSecretFile(join(dir, passwordFile), readFileSync(join(trained, passwordFile), 'utf8'));
  renameSync(`${tables}.new`, tables);
}

/** Runs a throw-away Keycloak once; keeps the classes that it loaded and the database that it made. */
async function train(dir: string, scratch: string, java: Java, distribution: string, site: Site): Promise<void> {
  site.progress.line('Keycloak: preparing its class archive and first database (once)');
  const [main, management] = [await reservePort([]), await reservePort([])];
  const trial: Site = { ...site, dir: scratch, ports: { main: main.port, management: management.port } };
  const password = newPassword();
  try {
    layOut(trial.dir, distribution, undefined);
    const command = startCommand(trial, java, distribution, [`-XX:ArchiveClassesAtExit=${join(dir, 'classes.jsa')}`]);
    const env = { KC_BOOTSTRAP_ADMIN_USERNAME: 'admin', KC_BOOTSTRAP_ADMIN_PASSWORD: password };
    await trainArchive('Keycloak', { ...command, env }, trial, () => managementReady(trial));
    renameSync(join(trial.dir, 'data', 'h2', database), join(dir, database));
    writeSecretFile(join(dir, passwordFile), password);
  } finally {
    main.release();
    management.release();
  }
}

function startCommand({ dir, ports }: Site, java: Java, distribution: string, flags: string[]): Command {
  return keycloakCommand(java, distribution, dir, flags, [
    ...['start', '--optimized', '--import-realm'],
    // Without the local cache a restart after kill -9 waits 59 s for members that are gone.
    '--cache=local',
    // Each look at its health is logged otherwise.
    '--log-level=info,io.smallrye.health:error',
    ...['--http-enabled=true', '--http-host=127.0.0.1', `--http-port=${ports['main']}`, `--hostname=http://127.0.0.1:${ports['main']}`],
    ...['--http-management-host=127.0.0.1', `--http-management-port=${ports['management']}`],
  ]);
}

/** What `bin/kc.sh` runs, without the shell between us and the process. */
function keycloakCommand(java: Java, distribution: string, home: string, flags: string[], words: string[]): Command {
  const opened = ['java.util', 'java.util.concurrent', 'java.security', 'java.lang'];
  return {
    file: java.file,
    args: [
      ...flags,
      ...jvmFlags,
      ...['-XX:+ExitOnOutOfMemoryError', '-Dfile.encoding=UTF-8', '-Duser.language=en', '-Duser.country=US'],
      ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
      '--enable-native-access=ALL-UNNAMED',
      '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
      ...[`-Dkc.home.dir=${home}`, `-Djboss.server.config.dir=${join(home, 'conf')}`],
      ...[
        '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
        '-Dpicocli.disable.closures=true',
        '-Dquarkus-log-max-startup-records=10000',
      ],
      ...['-cp', join(distribution, 'lib', 'quarkus-run.jar'), 'io.quarkus.bootstrap.runner.QuarkusEntryPoint'],
      ...words,
    ],
  };
}
