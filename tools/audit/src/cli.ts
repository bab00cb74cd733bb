import { resolve } from 'node:path';
import { OutOfOrder } from '@xietong/runtime/audit';
import { type Auditing, auditPlace } from './audit.ts';
import { linesIn, writeExport } from './export-file.ts';
import { findBroker, openOnlyPlace, openPlaces } from './places.ts';
import { publishedEvents } from './published-events.ts';
import { findingsIn, type PlaceReport, renderReport, verdictOf } from './report.ts';
import { Refused } from './refused.ts';
import { type AuditRequest, parseRequest, usage } from './request.ts';

type Verify = Extract<AuditRequest, { command: 'verify' }>;

const wholeCode = 0;
const findingsCode = 1;
const notLookedCode = 2;

process.exitCode = await run().catch(explain);

async function run(): Promise<number> {
  const request = parseRequest(process.argv.slice(2));
  switch (request.command) {
    case 'help':
      console.log(usage);
      return wholeCode;
    case 'export':
      return exportJournal(request);
    case 'verify':
      return verify(request);
  }
}

async function exportJournal({ from, to }: Extract<AuditRequest, { command: 'export' }>): Promise<number> {
  const place = await openOnlyPlace(from);
  try {
    const records = await writeExport(place.source.records(), fromUser(to));
    console.log(`${place.name}: ${records} records are in ${to}`);
    return wholeCode;
  } finally {
    await place.close();
  }
}

async function verify({ place, seals, agency, json }: Verify): Promise<number> {
  const auditing: Auditing = { ...(agency === undefined ? {} : { agency }), ...(seals ? { published: publishedIn(seals) } : {}) };
  const reports: PlaceReport[] = [];
  for await (const each of openPlaces(place.kind === 'export' ? { ...place, file: fromUser(place.file) } : place)) {
    try {
      reports.push(await auditPlace(each, auditing));
    } finally {
      await each.close();
    }
  }
  console.log(json ? JSON.stringify({ verdict: verdictOf(reports), places: reports }, null, 2) : renderReport(reports));
  return findingsIn(reports) > 0 ? findingsCode : wholeCode;
}

function publishedIn(seals: NonNullable<Verify['seals']>): NonNullable<Auditing['published']> {
  if (seals.kind === 'file') return () => linesIn(fromUser(seals.file));
  const broker = findBroker(process.env);
  return (context) => publishedEvents(broker, context);
}

// npm runs this from the clone's root; a file is named from where the user stands.
function fromUser(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', file);
}

function explain(fault: unknown): number {
  if (fault instanceof Refused || fault instanceof OutOfOrder) console.error(fault.message);
  else console.error(fault instanceof Error ? (fault.stack ?? fault.message) : fault);
  return fault instanceof OutOfOrder ? findingsCode : notLookedCode;
}
