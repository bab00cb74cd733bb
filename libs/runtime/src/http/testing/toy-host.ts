import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor, Role, Service } from '@xietong/kernel';
import request from 'supertest';
import type { AttachmentStore } from '../../attachments/attachment-store.ts';
import { memoryAttachments } from '../../attachments/memory-attachments.ts';
import type { Verify } from '../../access/verifier.ts';
import type { CommandRequest, Outcome } from '../../commit/outcome.ts';
import type { JournalEntry, ReadRecord } from '../../journal/journal.ts';
import type { DeskRefusal, InspectedMessage, ParkedMessage, ParkedQuestion, ParkingDesk, Replayed } from '../../parking/parking-desk.ts';
import type { Document, ListRequest, OutboxEntry } from '../../store/store.ts';
import { type HttpServiceParts, httpService } from '../http-service.ts';
import { httpServer } from '../limits.ts';
import type { ReadableCollection } from '../read-routes.ts';
import { harbour } from './toy-service.ts';

/** The harbour over ports that remember what they were asked and answer what a test lays out for them. */
export class ToyHost {
  readonly commands: CommandRequest[] = [];
  readonly lists: { audience: readonly string[]; request: ListRequest }[] = [];
  readonly lines: { level: string; line: object }[] = [];
  readonly queries: { input: unknown; actor: Actor }[] = [];
  readonly decisions: unknown[] = [];
  readonly parkedQuestions: ParkedQuestion[] = [];
  parked: readonly InspectedMessage[] = [];
  /** What the desk answers a decision about one message, and a replay. */
  decided: ParkedMessage | DeskRefusal = parkedMessage();
  replayed: Replayed | DeskRefusal = { applied: 2, parked: 0 };
  outcome: (command: CommandRequest) => Outcome | Promise<Outcome> = () => ({
    kind: 'done',
    document: berth(),
    replayed: false,
  });
  answer: unknown = { unit: 'berths', rows: [{ month: '=2021-05', berths: 3 }] };
  documents: readonly Document[] = [berth()];
  next: { value: string | number | null; id: string } | undefined;
  journal: JournalEntry[] = [];
  outbox: OutboxEntry[] = [];
  readonly attachments: AttachmentStore;
  /** How many files have begun to come in. */
  takenIn = 0;
  readonly readRecords: ReadRecord[] = [];
  /** What becomes of a read that is to be recorded. */
  noteRead = async (record: ReadRecord): Promise<void> => void this.readRecords.push(record);
  /** What happens between two reads of a history. */
  onRead: () => void = () => undefined;
  reads = 0;
  private readonly server: Server;

  private constructor(parts: Partial<HttpServiceParts> & { service?: Service }) {
    const attachments = parts.attachments ?? memoryAttachments();
    this.attachments = {
      ...attachments,
      takeIn: (...file) => {
        this.takenIn += 1;
        return attachments.takeIn(...file);
      },
    };
    this.server = httpServer(httpService({ ...this.parts(), ...parts, attachments: this.attachments }));
  }

  static async start(parts: Partial<HttpServiceParts> & { service?: Service } = {}): Promise<ToyHost> {
    const host = new ToyHost(parts);
    host.server.listen(0, '127.0.0.1');
    await once(host.server, 'listening');
    // A test that fails before it stops its servers must not keep the run from ending.
    host.server.unref();
    return host;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A request as someone with these roles (`roles` alone is the token here, unless the host was given a real verifier). */
  as(...roles: Role[]) {
    const token = roles.join('.') || 'nobody';
    const ask = (method: 'get' | 'post' | 'head' | 'put') => (path: string) =>
      request(this.url)[method](path).set('Authorization', `Bearer ${token}`);
    return { get: ask('get'), post: ask('post'), head: ask('head'), put: ask('put') };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private parts(): HttpServiceParts {
    const note = (level: string) => (line: object) => void this.lines.push({ level, line });
    const answer = async (input: unknown, actor: Actor) => {
      this.queries.push({ input, actor });
      return this.answer;
    };
    return {
      service: harbour,
      collections: new Map([['berths', this.collection()]]),
      journal: {
        read: async (subject, after, limit) => {
          const found = this.journal.filter((entry) => entry.subject === subject && entry.version > after).slice(0, limit);
          this.onRead();
          return found;
        },
        noteRead: (record) => this.noteRead(record),
      },
      commands: {
        run: async (command) => {
          this.commands.push(command);
          return this.outcome(command);
        },
      },
      answers: { occupancy: answer, tides: answer },
      parking: this.parking(),
      verify: verifyByName,
      log: { debug: note('debug'), info: note('info'), error: note('error') } as HttpServiceParts['log'],
      readiness: async () => ({ ready: false, checks: { mongo: 'starting' } }),
      metrics: async () => 'up 1\n',
      agencies: [{ ref: 'NO-03/rcn' }],
      now: () => '2026-01-05T08:00:00.000Z',
      newId: randomUUID,
      attachments: this.attachments,
    };
  }

  private parking(): ParkingDesk {
    const decide = async (...decision: unknown[]) => {
      this.decisions.push(decision);
      return this.decided;
    };
    return {
      list: async (question) => {
        this.parkedQuestions.push(question);
        return this.parked.slice(0, question.limit);
      },
      find: async (id) => this.parked.find((message) => message.id === id),
      mend: (id, text, decider) => decide('mend', id, text, decider),
      discard: (id, decider) => decide('discard', id, decider),
      replay: async (line, decider) => {
        this.decisions.push(['replay', line, decider]);
        return this.replayed;
      },
    };
  }

  private collection(): ReadableCollection {
    return {
      find: async (_, id) => {
        this.reads += 1;
        return this.documents.find((document) => document.id === id);
      },
      list: async (audience, asked) => {
        this.reads += 1;
        this.lists.push({ audience, request: asked });
        return {
          documents: this.documents,
          values: this.documents.map(({ createdAt }) => createdAt),
          ...(this.next ? { next: this.next } : {}),
        };
      },
      count: async () => this.documents.length,
      outbox: async ([id = '']) => {
        const found = new Map([[id, this.outbox]]);
        this.onRead();
        return found;
      },
    };
  }
}

// The name of the token is its roles, so that tests which are not about tokens need no keys.
const verifyByName: Verify = async (token) => {
  const roles = token.split('.').filter((name) => name !== 'nobody') as Role[];
  return {
    kind: 'verified',
    verified: { actor: { id: 'someone', kind: 'person', roles, agency: 'NO-03/rcn' }, realmRoles: roles, expiresAt: 4e9 },
  };
};

export function berth(changes: Partial<Document> = {}): Document {
  return {
    id: 'NO-03.rcn.A-1',
    version: 1,
    agency: 'NO-03/rcn',
    state: { registrar: 'NO-03/rcn', number: 'A-1', status: 'free', metres: 12, boats: [], isOpenToAll: false },
    createdAt: '2026-01-05T08:00:00.000Z',
    updatedAt: '2026-01-05T08:00:00.000Z',
    ...changes,
  };
}

export function parkedMessage(changes: Partial<InspectedMessage> = {}): InspectedMessage {
  return {
    id: 'pilots~NO-03.rcn.projects~0~12',
    consumer: 'pilots',
    topic: 'NO-03.rcn.projects',
    partition: 0,
    offset: 12,
    key: 'NO-03.rcn.1',
    reason: { code: 'unfit-data', detail: 'signedOn' },
    status: 'parked',
    parkedAt: '2026-01-05T08:00:00.000Z',
    text: '{"of":"a person"}',
    decisions: [],
    ...changes,
  };
}

export const rightBerth = { number: 'A-1', size: { unit: 'metre', length: 12 } };
export const rightLet = { boat: 'Fram', until: '2026-06-30' };
