import { resolve } from 'node:path';
import { publishedEvents } from '@xietong/audit/published-events';
import { mongoAuditSource, verifyChains } from '@xietong/runtime/audit';
import { type KafkaCredentials, mongoStore } from '@xietong/runtime/parts';
import { type Manifest, openBackup } from './backup-folder.ts';
import { declarationOf } from './declarations.ts';
import { brokerOf, mongoOf, refuseWhileServicesRun } from './places.ts';
import { Refused } from '@xietong/audit/refused';
import { type BackupRequest, parseRequest, usage } from './request.ts';
import { putBack } from './restore-backup.ts';
import { rollForward, type RolledForward } from './roll-forward.ts';
import { writeBackup } from './write-backup.ts';

type Asked = Exclude<BackupRequest, { command: 'help' }>;

const wholeCode = 0;
const findingsCode = 1;
const nothingDoneCode = 2;

process.exitCode = await run().catch(explain);

async function run(): Promise<number> {
  const request = parseRequest(process.argv.slice(2));
  if (request.command === 'help') {
    console.log(usage);
    return wholeCode;
  }
  // npm runs this from the clone's root; a folder is named from where the user stands.
  const folder = resolve(process.env['INIT_CWD'] ?? '.', request.folder);
  return request.command === 'backup' ? backup({ ...request, folder }) : restore({ ...request, folder });
}

async function backup(request: Asked): Promise<number> {
  const { folder, database } = request;
  const options = { startedAt: new Date(), ...(database === undefined ? {} : { database }) };
  const { startedAt, databases } = await writeBackup(await mongoOf(request), folder, options);
  console.log(`${renderContents(databases)}\nAll that was acknowledged before ${startedAt} is in ${folder}`);
  return wholeCode;
}

async function restore(request: Asked): Promise<number> {
  refuseWhileServicesRun(request);
  const manifest = await openBackup(request.folder);
  const services = manifest.databases.map(({ name }) => ({ name, service: declarationOf(name) }));
  const [url, broker] = [await mongoOf(request), await brokerOf(request, process.env)];
  await putBack(url, request.folder, manifest);
  console.log(`${renderContents(manifest.databases)} from ${manifest.startedAt}`);
  let findings = 0;
  try {
    for (const { name, service } of services) findings += await bringUpToDate({ url, name, service, broker });
  } catch (fault) {
    console.log('it did not come to its end: start nothing on it, drop its databases and restore again');
    throw fault;
  }
  console.log(findings === 0 ? 'restored and whole: start the services' : `not whole, ${findings} findings: start nothing on it`);
  return findings === 0 ? wholeCode : findingsCode;
}

interface Restored {
  readonly url: string;
  readonly name: string;
  readonly service: ReturnType<typeof declarationOf>;
  readonly broker: KafkaCredentials;
}

/** Adds to a restored database what its topics have beyond it, and audits it; prints both and answers the number of findings. */
async function bringUpToDate({ url, name, service, broker }: Restored): Promise<number> {
  const [store, source] = [await mongoStore(url, name), await mongoAuditSource(url, name)];
  try {
    const rolled = await rollForward({ service, store, source, published: publishedEvents(broker, service.context) });
    const findings = [...rolled.findings];
    const found = ({ sentence }: { sentence: string }): void => void findings.push(sentence);
    const { aggregates, events } = await verifyChains({ source, found });
    console.log(renderMoved(name, rolled));
    console.log([`${name}: ${aggregates} aggregates, ${events} events`, ...findings.map((each) => `  ${each}`)].join('\n'));
    return findings.length;
  } finally {
    await Promise.all([store.close(), source.close()]);
  }
}

function renderContents(databases: Manifest['databases']): string {
  const rows = databases.map(
    ({ name, collections }) => `${name}: ${collections.map((each) => `${each.documents} ${each.name}`).join(', ')}`,
  );
  return rows.join('\n');
}

function renderMoved(name: string, { moved, lostFiles }: RolledForward): string {
  const events = [...moved.values()].reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const rows = [...moved].map(([subject, { from, to }]) => `  ${subject}: version ${from}${to > from ? ` to ${to}` : ''}`);
  return [
    `${name}: ${events} events are younger than the backup and came from the topics; their idempotency keys are forgotten`,
    ...rows,
    ...(lostFiles.length > 0
      ? ['attachments that are younger than the backup are gone; whoever sent them can be asked for them again:']
      : []),
    ...lostFiles.map((each) => `  ${each}`),
  ].join('\n');
}

function explain(fault: unknown): number {
  if (fault instanceof Refused) console.error(fault.message);
  else console.error(fault instanceof Error ? (fault.stack ?? fault.message) : fault);
  return fault instanceof Refused ? nothingDoneCode : findingsCode;
}
