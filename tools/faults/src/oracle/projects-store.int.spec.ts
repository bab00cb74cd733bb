import { randomUUID } from 'node:crypto';
import { enginesUnderTest } from '@xietong/testing';
import mongoose from 'mongoose';
import { openProjectsStore, type ProjectsStore } from './projects-store.ts';

// Two agencies, the name of one the beginning of the other's, in the database that the projects service has.
const name = `f${randomUUID().slice(0, 8)}`;
const [mine, other] = [`NO-03.${name}`, `NO-03.${name}x`];
const agencyOf = (dotted: string) => dotted.replace('.', '/') as `${string}/${string}`;

const document = (_id: string, of: string, outbox: object[] = []) => ({
  _id,
  agency: agencyOf(of),
  version: 1,
  outbox,
  createdAt: '2026-01-05',
});
const event = (subject: string, version: number, receipt?: object) => ({
  _id: `${subject}/${version}`,
  subject,
  version,
  ...(receipt ? { receipt } : {}),
});
const receipt = { key: 'k', payload: 'p', version: 1 };
const rows = {
  projects: [document(`${mine}.1`, mine), document(`${other}.1`, other)],
  journals: [document(mine, mine, [{}]), document(other, other)],
  journal: [
    event(`project/${mine}.1`, 1),
    event(`project/${mine}.1`, 2, receipt),
    event(`journal/${mine}`, 1, receipt),
    event(`project/${other}.1`, 1, receipt),
    event(`journal/${other}`, 1, receipt),
  ],
};

let connection: mongoose.Connection;
let store: ProjectsStore;
const collectionOf = (kind: string) => connection.collection<{ _id: string }>(kind);
const countOf = (kind: keyof typeof rows) => collectionOf(kind).countDocuments({ _id: { $in: rows[kind].map(({ _id }) => _id) } });

beforeAll(async () => {
  const { url } = enginesUnderTest().mongo;
  connection = await mongoose.createConnection(url, { dbName: 'xietong-projects' }).asPromise();
  for (const [kind, some] of Object.entries(rows)) await collectionOf(kind).insertMany(some);
  store = await openProjectsStore(url, agencyOf(mine));
});
afterAll(async () => {
  for (const [kind, some] of Object.entries(rows)) await collectionOf(kind).deleteMany({ _id: { $in: some.map(({ _id }) => _id) } });
  await store.close();
  await connection.close();
});

test("the oracle sees an agency's projects and the seals of its journal, which end no client's command", async () => {
  expect(await store.documents()).toEqual([
    { subject: `project/${mine}.1`, version: 1, waiting: 0 },
    { subject: `journal/${mine}`, version: 1, waiting: 1 },
  ]);
  expect(await store.waitingCount()).toBe(1);
  expect(new Set(await store.journal())).toEqual(
    new Set([
      { subject: `project/${mine}.1`, version: 1, endsCommand: false },
      { subject: `project/${mine}.1`, version: 2, endsCommand: true },
      { subject: `journal/${mine}`, version: 1, endsCommand: false },
    ]),
  );
});

test('what it clears away is all of that, and nothing of another agency', async () => {
  await store.clear();
  expect([await store.documents(), await store.journal()]).toEqual([[], []]);
  expect([await countOf('projects'), await countOf('journals'), await countOf('journal')]).toEqual([1, 1, 2]);
});
