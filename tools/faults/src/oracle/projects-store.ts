import type { AgencyRef } from '@xietong/kernel';
import mongoose from 'mongoose';
import type { JournalledEvent } from './oracle.ts';

interface StoredProject {
  readonly _id: string;
  readonly version: number;
  readonly outbox: readonly unknown[];
}

interface StoredEvent {
  readonly _id: string;
  readonly subject: string;
  readonly version: number;
  readonly receipt?: object;
}

interface StoredCount {
  readonly _id: string;
  readonly record: { readonly count: number };
}

/** What the projects service has stored of one agency: its projects, and the seals of its journal. */
export interface ProjectsStore {
  documents(): Promise<{ subject: string; version: number; waiting: number }[]>;
  journal(): Promise<JournalledEvent[]>;
  /** How many documents have events that are not marked sent. */
  waitingCount(): Promise<number>;
  /** What a projection of `children/counting-member.ts` has counted: the events of each project that had an effect. */
  counted(): Promise<{ subject: string; count: number }[]>;
  /** Removes the agency's documents and events, and what was counted of them. */
  clear(): Promise<void>;
  /** Drops the whole database, other agencies' documents too. */
  lose(): Promise<void>;
  close(): Promise<void>;
}

/** Reads past the service, at majority, what is in its database. */
export async function openProjectsStore(url: string, agency: AgencyRef): Promise<ProjectsStore> {
  const client = new mongoose.mongo.MongoClient(url, { readConcern: { level: 'majority' } });
  await client.connect();
  const database = client.db('xietong-projects');
  const projects = database.collection<StoredProject>('projects');
  const journals = database.collection<StoredProject>('journals');
  const journal = database.collection<StoredEvent>('journal');
  const counts = database.collection<StoredCount>('projections');
  const dotted = agency.replace('/', '.');
  const ids = `${dotted}.`;
  // A day that ends while a scenario runs is sealed: by the wrong clock of one instance, if not by the right one.
  const ofAgency = { $or: [{ subject: beginningWith(`project/${ids}`) }, { subject: `journal/${dotted}` }] };
  const countsOfAgency = { _id: beginningWith(`counted/${ids}`) };
  return {
    async documents() {
      const readIn = async (collection: typeof projects, name: string) =>
        (await collection.find({ agency }, { projection: { version: 1, outbox: 1 } }).toArray()).map(({ _id, version, outbox }) => ({
          subject: `${name}/${_id}`,
          version,
          waiting: outbox.length,
        }));
      return [...(await readIn(projects, 'project')), ...(await readIn(journals, 'journal'))];
    },
    async journal() {
      const found = await journal.find(ofAgency, { projection: { subject: 1, version: 1, receipt: 1 } }).toArray();
      return found.map(({ subject, version, receipt }) => ({
        subject,
        version,
        endsCommand: receipt !== undefined && subject.startsWith('project/'),
      }));
    },
    async waitingCount() {
      const waiting = { agency, 'outbox.0': { $exists: true } };
      return (await projects.countDocuments(waiting)) + (await journals.countDocuments(waiting));
    },
    async counted() {
      const found = await counts.find(countsOfAgency).toArray();
      return found.map(({ _id, record }) => ({ subject: _id.replace('counted/', 'project/'), count: record.count }));
    },
    async clear() {
      await projects.deleteMany({ agency });
      await journals.deleteMany({ agency });
      await journal.deleteMany(ofAgency);
      await counts.deleteMany(countsOfAgency);
    },
    lose: async () => void (await database.dropDatabase()),
    close: () => client.close(),
  };
}

/** A range of the index: everything that begins with this text, whose last character is a dot. */
const beginningWith = (prefix: string) => ({ $gte: prefix, $lt: `${prefix.slice(0, -1)}/` });
