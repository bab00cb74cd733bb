import { ApiProblem, toProblem } from './api-problem.ts';
import { createApi } from './api.ts';

const json = (status: number, body: unknown, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

const apiOver = (answers: (() => Response)[], renew = () => Promise.resolve(false)) => {
  const sent: { address: string; method: string | undefined; body: unknown; headers: Record<string, string> }[] = [];
  const tokens = ['first', 'second'];
  const api = createApi({
    lang: 'zh',
    token: () => tokens.shift(),
    renew,
    fetch: async (address, init) => {
      sent.push({ address: String(address), method: init?.method, body: init?.body, headers: init?.headers as Record<string, string> });
      const answer = answers.shift();
      if (answer === undefined) throw new TypeError('fetch failed');
      return answer();
    },
    sendFile: async (address, { headers, file, onProgress }) => {
      sent.push({ address, method: 'POST', body: file, headers: { ...headers } });
      onProgress(file.size);
      const answer = answers.shift();
      if (answer === undefined) throw new TypeError('nothing answered');
      return answer();
    },
  });
  return { api, sent };
};

const problemOf = (reading: Promise<unknown>) => reading.then(() => undefined, toProblem);

describe('reading from the services', () => {
  test('is done in the name of the reader and in his language', async () => {
    const { api, sent } = apiOver([() => json(200, { rows: [] })]);
    await expect(api.read('/api/x')).resolves.toEqual({ rows: [] });
    expect(sent[0]?.headers).toEqual({ accept: 'application/json', 'accept-language': 'zh', authorization: 'Bearer first' });
  });

  test('tries once more with a fresh token when the old one has ended', async () => {
    const { api, sent } = apiOver([() => json(401, {}), () => json(200, 'fine')], () => Promise.resolve(true));
    await expect(api.read('/api/x')).resolves.toBe('fine');
    expect(sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer first', 'Bearer second']);
  });

  test('gives up where no fresh token can be had', async () => {
    const { api, sent } = apiOver([() => json(401, { code: 'unauthenticated' })]);
    await expect(problemOf(api.read('/api/x'))).resolves.toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(sent).toHaveLength(1);
  });

  test('tells what the service refused, what to do and the trace id', async () => {
    const refusal = {
      type: 'urn:x',
      title: '无权查看',
      status: 403,
      code: 'not-allowed',
      remedy: '请联系管理员',
      detail: 'analyst only',
      traceid: 'abc',
    };
    const { api } = apiOver([() => json(403, refusal, 'application/problem+json')]);
    await expect(problemOf(api.read('/api/x'))).resolves.toEqual({
      status: 403,
      code: 'not-allowed',
      title: '无权查看',
      detail: 'analyst only',
      remedy: '请联系管理员',
      traceId: 'abc',
    });
  });

  test('keeps only the status of an answer that is no problem of ours', async () => {
    const { api } = apiOver([() => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } })]);
    await expect(problemOf(api.read('/api/x'))).resolves.toEqual({ status: 502, code: 'http-502' });
  });

  test('says that nothing answered when the network is away', async () => {
    const { api } = apiOver([]);
    await expect(problemOf(api.read('/api/x'))).resolves.toEqual({ status: 0, code: 'unreachable' });
  });

  test('is no problem at all when the page itself broke it off', async () => {
    const { api } = apiOver([]);
    const left = new AbortController();
    left.abort();
    await expect(api.read('/api/x', left.signal)).rejects.not.toBeInstanceOf(ApiProblem);
  });
});

test('a refusal for want of a currency says which there are', async () => {
  const refusal = { status: 422, code: 'currency-needed', details: { currencies: ['CNY', 'EUR'] } };
  const { api } = apiOver([() => json(422, refusal, 'application/problem+json')]);
  await expect(problemOf(api.read('/api/x'))).resolves.toEqual({ status: 422, code: 'currency-needed', currencies: ['CNY', 'EUR'] });
});

test('a refusal of a choice says which applications it is about, and leaves out what is no list of them', async () => {
  const refusal = { status: 422, code: 'reasons-needed', details: { farApart: [], passedOver: ['a', 'b'], applications: 3, quota: 2 } };
  const { api } = apiOver([() => json(422, refusal, 'application/problem+json')]);
  await expect(problemOf(api.read('/api/x'))).resolves.toEqual({ status: 422, code: 'reasons-needed', passedOver: ['a', 'b'] });
});

test('a decision is posted as JSON, once more with a fresh token where the old one has ended', async () => {
  const { api, sent } = apiOver([() => json(401, {}), () => json(200, { applied: 1 })], () => Promise.resolve(true));
  await expect(api.decide('/api/x', { reason: 'mended' })).resolves.toEqual({ applied: 1 });
  expect(sent).toHaveLength(2);
  expect(sent[1]).toMatchObject({
    method: 'POST',
    body: '{"reason":"mended"}',
    headers: { 'content-type': 'application/json', authorization: 'Bearer second' },
  });
});

test('a refusal of a decision names the fields at fault', async () => {
  const errors = [{ field: 'signedOn', message: 'unfit-data' }];
  const { api } = apiOver([() => json(422, { code: 'mend-unreadable', errors }, 'application/problem+json')]);
  await expect(problemOf(api.decide('/api/x', {}))).resolves.toEqual({ status: 422, code: 'mend-unreadable', errors });
});

test('an export is asked for by its media type', async () => {
  const { api, sent } = apiOver([() => new Response('a,b', { headers: { 'content-type': 'text/csv' } })]);
  await expect((await api.download('/api/x', 'text/csv')).text()).resolves.toBe('a,b');
  expect(sent[0]?.headers['accept']).toBe('text/csv');
});

test('a fault of our own code is shown as unexpected', () => {
  expect(toProblem(new TypeError('x is undefined'))).toEqual({ status: 0, code: 'unexpected' });
});

test('a command is posted with the key that makes it one, whatever version the document has', async () => {
  const { api, sent } = apiOver([() => json(200, { id: 'a' })]);
  await expect(api.command('/api/x', { grounds: 'why' }, 'the-key')).resolves.toEqual({ id: 'a' });
  expect(sent[0]).toMatchObject({ method: 'POST', body: '{"grounds":"why"}', headers: { 'idempotency-key': 'the-key', 'if-match': '*' } });
});

test('whoever is not logged in asks without a token, not with an empty one', async () => {
  const headers: unknown[] = [];
  const fetch = async (_: unknown, init?: RequestInit) => {
    headers.push(init?.headers);
    return json(200, {});
  };
  const sendFile = () => Promise.reject(new Error('no file is sent'));
  await createApi({ lang: 'en', token: () => undefined, renew: () => Promise.resolve(false), fetch, sendFile }).read('/api/x');
  expect(headers).toEqual([{ accept: 'application/json', 'accept-language': 'en' }]);
});

describe('sending a file', () => {
  const file = new File(['%PDF'], '可行性 (终稿).pdf', { type: 'application/pdf' });
  const upload = (api: ReturnType<typeof apiOver>['api'], onProgress: (bytes: number) => void = () => undefined) =>
    api.upload('/api/x/v1/attachments', { file, mediaType: 'application/pdf', key: 'k', onProgress, signal: new AbortController().signal });

  test('names it in a form that every name fits into, and tells how far it has come', async () => {
    const { api, sent } = apiOver([() => json(201, { id: 'a' })]);
    const told: number[] = [];
    await expect(upload(api, (bytes) => told.push(bytes))).resolves.toEqual({ id: 'a' });
    expect(sent[0]?.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''%E5%8F%AF%E8%A1%8C%E6%80%A7%20%28%E7%BB%88%E7%A8%BF%29.pdf",
      'idempotency-key': 'k',
      authorization: 'Bearer first',
    });
    expect(told).toEqual([4]);
  });

  test('goes on with a fresh token, and is refused in the words of the service', async () => {
    const refusal = { code: 'attachment-infected', title: '附件含有病毒', status: 422 };
    const { api, sent } = apiOver([() => json(401, {}), () => json(422, refusal, 'application/problem+json')], () => Promise.resolve(true));
    await expect(problemOf(upload(api))).resolves.toMatchObject({ status: 422, code: 'attachment-infected', title: '附件含有病毒' });
    expect(sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer first', 'Bearer second']);
  });

  test('that nothing answers is told as that', async () => {
    const { api } = apiOver([]);
    await expect(problemOf(upload(api))).resolves.toEqual({ status: 0, code: 'unreachable' });
  });
});
