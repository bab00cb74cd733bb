import type { Options } from 'k6/options';
import type { Prepared } from '../k6/prepared.ts';
import { outgoingOf } from '../scenarios/doors.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { scenarios, waitingScenarios } from '../scenarios/scenarios.ts';

interface K6Script {
  readonly options: Options;
  setup(): Prepared;
  default(prepared: Prepared): void;
  teardown(prepared: Prepared): void;
}

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
  readonly params: { readonly headers: Readonly<Record<string, string>>; readonly responseCallback: readonly number[] };
}

const sent: Sent[] = [];
let iterationInTest = 0;
/** What is answered 403. */
let refused: RegExp | undefined;

/** The first status that is right, with what `setup` reads of an answer. */
const answer = ({ url, params }: Sent) => ({
  status: refused?.test(url) ? 403 : params.responseCallback[0],
  body: 'the body',
  json: () => ({ access_token: 'a token', keycloak: { url: 'http://127.0.0.1:8180', realm: 'xietong' } }),
});
const mockHttp = {
  request(method: string, url: string, body: string | null, params: Sent['params']) {
    const request = { method, url, body, params };
    sent.push(request);
    return answer(request);
  },
  get: (url: string) => mockHttp.request('GET', url, null, { headers: {}, responseCallback: [200] }),
  batch: (requests: readonly Sent[]) => requests.map(({ method, url, body, params }) => mockHttp.request(method, url, body, params)),
  expectedStatuses: (...statuses: number[]) => statuses,
};
const mockExecution = {
  scenario: {
    get iterationInTest() {
      return iterationInTest;
    },
  },
};
jest.mock('k6/http', () => ({ __esModule: true, default: mockHttp }), { virtual: true });
jest.mock('k6/execution', () => ({ __esModule: true, default: mockExecution }), { virtual: true });
jest.mock('k6/crypto', () => ({ randomBytes: (size: number) => new Uint8Array(size).fill(10).buffer }), { virtual: true });

const environment = {
  XIETONG_LOAD_PORTAL: 'http://127.0.0.1:4100',
  XIETONG_LOAD_OFFICER: 'inn-officer:one',
  XIETONG_LOAD_ANALYST: 'rcn-analyst:two',
  XIETONG_LOAD_ADMINISTRATOR: 'admin:three:four',
  XIETONG_LOAD_AGENCY: 'NO-03.inn',
};

function load({ name }: Scenario, more: Readonly<Record<string, string>> = {}): K6Script {
  Object.assign(globalThis, { __ENV: { ...environment, ...more } });
  let script: K6Script | undefined;
  jest.isolateModules(() => {
    script = jest.requireActual<K6Script>(`../k6/${name}.ts`);
  });
  return script as K6Script;
}

/** What was sent, without the log-ins of those who prepare. */
const sentBeside = (logIns: RegExp): Sent[] => sent.filter(({ url, body }) => !logIns.test(`${url} ${body}`));
const preparing = /config\.json|username=(inn-officer|rcn-analyst|admin)&/;
const plain = ({ method, url, body, params }: Sent) => ({ method, url, body, headers: params.headers, expects: params.responseCallback });

beforeEach(() => {
  sent.length = 0;
  iterationInTest = 0;
  refused = undefined;
});

describe.each(scenarios)('the k6 script of $name', (scenario) => {
  const { name, rate, seconds, inFlightMax, thresholds } = scenario;
  const expected = (request: ReturnType<Scenario['requestOf']>, { doors, tokens }: Prepared) => {
    const { body, ...outgoing } = outgoingOf(request, doors, tokens);
    return { ...outgoing, body: body ?? null, expects: request.expects };
  };

  it('has the rate, the time and the thresholds of the scenario, and drops nothing', () => {
    const { options } = load(scenario);
    expect(options.scenarios).toEqual({
      [name]: expect.objectContaining({
        executor: 'constant-arrival-rate',
        rate,
        timeUnit: '1s',
        duration: `${seconds}s`,
        preAllocatedVUs: inFlightMax,
        maxVUs: inFlightMax,
      }),
    });
    expect(options.thresholds).toEqual({
      [`http_req_duration{scenario:${name}}`]: [`p(95)<=${thresholds.p95Ms}`, `p(99)<=${thresholds.p99Ms}`],
      [`http_req_failed{scenario:${name}}`]: ['rate==0'],
      dropped_iterations: ['count==0'],
    });
  });

  it('sends what the scenario says, before, in each iteration, and after', () => {
    const script = load(scenario, { XIETONG_LOAD_RATE: '3', XIETONG_LOAD_SECONDS: '7' });
    const prepared = script.setup();
    expect(prepared.run).toMatchObject({ rate: 3, seconds: 7 });
    const expectSent = (requests: readonly ReturnType<Scenario['requestOf']>[]) => {
      expect(sentBeside(preparing).map(plain)).toEqual(requests.map((request) => expected(request, withTokens(prepared))));
      sent.length = 0;
    };
    expectSent(scenario.prepare(prepared.run).flat());
    for (iterationInTest = 0; iterationInTest < 21; iterationInTest += 1) script.default(prepared);
    expectSent(Array.from({ length: 21 }, (_, n) => scenario.requestOf(n, prepared.run)));
    script.teardown(prepared);
    expectSent(scenario.cleanUp(prepared.run));
  });

  it('does not begin where nobody may log in', () => {
    refused = /openid-connect\/token/;
    const { principals } = scenario;
    expect(() => load(scenario).setup()).toThrow(`Keycloak gives the ${principals[0]} no token: 403`);
  });

  it('wants to know whom it may log in as', () => {
    for (const principal of scenario.principals) {
      const variable = `XIETONG_LOAD_${principal.toUpperCase()}`;
      expect(() => load(scenario, { [variable]: 'nobody' }).setup()).toThrow(`${variable} must say who the ${principal} is`);
    }
  });
});

const withTokens = (prepared: Prepared): Prepared => ({
  ...prepared,
  tokens: { officer: 'a token', analyst: 'a token', administrator: 'a token' },
});

test.each([
  ['log-in-storm', /partialImport/, 'POST /partialImport is answered 403 the body'],
  ['command-mix', /set-plan/, /^POST .*\/set-plan is answered 403 the body/],
])('%s does not begin where what it prepares is refused', (name, url, words) => {
  refused = url;
  expect(() => load(scenarios.find((each) => each.name === name) as Scenario).setup()).toThrow(words);
});

test('the administrator logs in at the realm that administers the others, with a password that may have colons', () => {
  const storm = scenarios.find(({ name }) => name === 'log-in-storm') as Scenario;
  load(storm).setup();
  const logIn = sent.find(({ body }) => body?.includes('username=admin&'));
  expect(logIn?.url).toBe('http://127.0.0.1:8180/realms/master/protocol/openid-connect/token');
  expect(logIn?.body).toContain('password=three%3Afour');
});

test('a rate that is no number is refused as the script is loaded', () => {
  const [first] = scenarios as [Scenario];
  expect(() => load(first, { XIETONG_LOAD_RATE: 'fast' })).toThrow('XIETONG_LOAD_RATE fast: a whole number');
});

test('a scenario that waits has no script', () => {
  for (const { name } of waitingScenarios) expect(() => jest.requireActual(`../k6/${name}.ts`)).toThrow('Cannot find module');
});
