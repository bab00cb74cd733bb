import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { TokenIssuer } from '@xietong/runtime/testing';
import { until } from '@xietong/testing';
import mongoose from 'mongoose';
import { bodyOf, canary, plantedRequests, project, type Request } from './canary-requests.fixture.ts';
import { type ObservedService, startObservedService } from './observed-service.fixture.ts';
import { publishedEvents } from './published-events.ts';
import { agency, broker, mongoUrl } from './sealed-service.fixture.ts';

function checkDigitOf(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return '10X98765432'[sum % 11] ?? '';
}

test('the canary is sound by its check digit', () => {
  expect(canary).toMatch(/^\d{17}[\dX]$/);
  expect(canary.at(-1)).toBe(checkDigitOf(canary));
});

/** However its last sign is written. */
const isIn = (text: string): boolean => text.includes(canary.slice(0, 17));

const database = 'xietong-projects';
const [region, shortName] = agency.split('/');

interface Answer {
  readonly what: string;
  readonly status: number;
  /** Headers and body, as they came. */
  readonly whole: string;
}

describe('an identity number that a caller sends, wherever it stands,', () => {
  let issuer: TokenIssuer;
  let service: ObservedService;
  let answers: Answer[];
  let clean: string;
  let secret: string;
  let metrics: string;
  let events: { subject: string; text: string }[];

  beforeAll(async () => {
    issuer = await TokenIssuer.start();
    service = await startObservedService(issuer.url);
    clean = idIn(
      await send({ what: 'a project without it', method: 'POST', path: '/v1/projects', body: bodyOf(project('clean', 'Clean')) }),
    );
    secret = idIn(await send({ what: 'a project with it', method: 'POST', path: '/v1/projects', body: bodyOf(project('secret', canary)) }));
    answers = [];
    for (const each of plantedRequests()) answers.push(await send(each));
    metrics = await (await fetch(`${service.url}/metrics`)).text();
    events = await untilPublished(['clean', 'secret']);
    await service.stop();
  });

  afterAll(async () => {
    await issuer.stop();
    const client = await mongoose.mongo.MongoClient.connect(mongoUrl);
    await client.db(database).dropDatabase();
    await client.close();
  });

  it('stays out of every problem that it is answered with', () => {
    const refused = answers.filter(({ status }) => status >= 400);
    expect(refused.length).toBeGreaterThan(40);
    expect(refused.filter(({ whole }) => isIn(whole)).map(({ what, status }) => `${status} to ${what}`)).toEqual([]);
  });

  it('is nothing that the service breaks on', () => {
    expect(answers.filter(({ status }) => status >= 500).map(({ what }) => what)).toEqual([]);
  });

  it('stays out of the log', () => {
    expect(service.logs()).toContain('request refused');
    expect(isIn(service.logs())).toBe(false);
  });

  it('stays out of the spans', () => {
    expect(service.spans()).toContain('projects project register');
    expect(isIn(service.spans())).toBe(false);
  });

  it('stays out of the metrics', () => {
    expect(metrics).toContain('xietong_command_seconds');
    expect(isIn(metrics)).toBe(false);
  });

  it('stands in the events of the thing that it was said of, and in no others', () => {
    const holding = events.filter((event) => isIn(event.text)).map(({ subject }) => subject);
    expect(new Set(holding)).toEqual(new Set([`project/${secret}`]));
    expect(events.map(({ subject }) => subject)).toContain(`project/${clean}`);
  });

  it('stays out of what an audit says, also where the event that holds it was altered', async () => {
    const client = await mongoose.mongo.MongoClient.connect(mongoUrl);
    const journal = client.db(database).collection<{ _id: string; body: string }>('journal');
    const id = `project/${secret}/1`;
    const body = (await journal.findOne({ _id: id }))?.body ?? '';
    await journal.updateOne({ _id: id }, { $set: { body: body.replace(`"id":"${id}"`, `"id":"project/${secret}/${canary}"`) } });
    await client.close();
    const said = await new Promise<string>((resolve) => {
      const words = ['verify', '--mongo', mongoUrl, '--database', database];
      execFile(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...words], (_, stdout, stderr) => resolve(stdout + stderr));
    });
    expect(said).toContain(`'${id}' was altered`);
    expect(isIn(said)).toBe(false);
  });

  async function send({ what, method, path, headers = {}, body, claims = {} }: Request): Promise<Answer> {
    const token = await issuer.sign({ aud: ['xietong-projects'], roles: ['officer', 'director'], region, agency: shortName, ...claims });
    const all = {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      'if-match': '*',
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
      ...headers,
    };
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest(`${service.url}${path}`, { method, headers: all, agent: false }, (response) => {
        text(response).then((answered) => {
          resolve({ what, status: response.statusCode ?? 0, whole: `${response.rawHeaders.join('\n')}\n${answered}` });
        }, reject);
      });
      outgoing.on('error', reject).end(body);
    });
  }

  async function untilPublished(numbers: readonly string[]) {
    let found: { subject: string; text: string }[] = [];
    await until('the projects are published', async () => {
      found = [];
      for await (const each of publishedEvents(broker, 'projects'))
        if (each.includes(`"source":"/${agency}/`)) found.push({ subject: (JSON.parse(each) as { subject: string }).subject, text: each });
      return numbers.every((number) => found.some(({ subject }) => subject.endsWith(`.${number}`)));
    });
    return found;
  }
});

function idIn({ whole }: Answer): string {
  const id = /"id":"([^"]+)"/.exec(whole)?.[1];
  if (id === undefined) throw new Error(`no project was registered: ${whole}`);
  return id;
}
