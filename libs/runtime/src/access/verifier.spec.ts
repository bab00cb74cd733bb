import { createHmac } from 'node:crypto';
import { base64url } from 'jose';
import { makeKey, TokenIssuer } from '../http/testing/token-issuer.ts';
import { verifier } from './verifier.ts';

const pseudonymKey = 'a key of at least thirty-two characters';
const minuteMs = 60_000;

let issuer: TokenIssuer;
let nowMs: number;
let warnings: unknown[];

beforeEach(async () => {
  issuer = await TokenIssuer.start();
  nowMs = Date.parse('2026-06-01T08:00:00.000Z');
  warnings = [];
});
afterEach(() => issuer.stop());

const verifierNow = () =>
  verifier({
    issuer: issuer.url,
    audience: issuer.audience,
    pseudonymKey,
    log: { warn: (warning: unknown) => void warnings.push(warning) },
    now: () => nowMs,
    providerTimeoutMs: 200,
  });
const sign = (claims: Record<string, unknown> = {}, key = issuer.keys[0]) => issuer.sign(claims, { key, nowS: nowMs / 1000 });
const nowS = () => nowMs / 1000;

describe('a token that is right', () => {
  test('names a person by a pseudonym, with the known roles, the agency and the organisation', async () => {
    const token = await sign({ sub: 'ab12', roles: ['officer', 'offline_access'], org: 'CN-USCI:91331082MA28H00000' });
    const pseudonym = createHmac('sha256', pseudonymKey).update('ab12').digest('base64url').slice(0, 22);
    expect(await verifierNow()(token)).toMatchObject({
      kind: 'verified',
      verified: { actor: { id: pseudonym, kind: 'person', roles: ['officer'], agency: 'NO-03/rcn', org: 'CN-USCI:91331082MA28H00000' } },
    });
  });

  test('may give its roles under realm_access alone', async () => {
    const token = await sign({ realm_access: { roles: ['analyst'] } });
    expect(await verifierNow()(token)).toMatchObject({
      kind: 'verified',
      verified: { actor: { roles: ['analyst'] }, realmRoles: ['analyst'] },
    });
  });

  test('belongs to no agency when it names a region without one', async () => {
    const answer = await verifierNow()(await sign({ agency: undefined }));
    expect(answer.kind === 'verified' && 'agency' in answer.verified.actor).toBe(false);
  });

  test('may be signed by RSA, RSA-PSS or an elliptic curve', async () => {
    issuer.keys = await Promise.all(['RS256', 'PS256', 'ES256'].map((alg) => makeKey(`key-${alg}`, alg)));
    const verify = verifierNow();
    for (const key of issuer.keys) expect((await verify(await sign({}, key))).kind).toBe('verified');
  });

  test('has five seconds of grace between clocks', async () => {
    const verify = verifierNow();
    expect((await verify(await sign({ exp: nowS() - 4 }))).kind).toBe('verified');
    expect((await verify(await sign({ nbf: nowS() + 4 }))).kind).toBe('verified');
  });
});

describe('a token is refused', () => {
  test.each([
    ['from another issuer', { iss: 'http://127.0.0.1/realms/other' }, 'iss'],
    ['for another service', { aud: ['xietong-reporting'] }, 'aud'],
    ['for nobody', { aud: undefined }, 'aud'],
    ['that never expires', { exp: undefined }, 'exp'],
    ['that has expired', { exp: Date.parse('2026-06-01T07:59:54.000Z') / 1000 }, 'exp'],
    ['that is not valid yet', { nbf: Date.parse('2026-06-01T08:01:00.000Z') / 1000 }, 'nbf'],
    ['that was issued in the future', { iat: Date.parse('2026-06-01T08:01:00.000Z') / 1000 }, 'iat'],
    ['without a time of issue', { iat: undefined }, 'iat'],
    ['about nobody', { sub: undefined }, 'sub'],
    ['that is a refresh token', { typ: 'Refresh' }, 'typ'],
    ['that is an identity token', { typ: 'ID' }, 'typ'],
    ['of an agency that is no name', { agency: 'rcn/../kjj' }, 'agency'],
  ])('%s', async (_, claims, reason) => {
    expect(await verifierNow()(await sign(claims))).toEqual({ kind: 'refused', reason });
  });

  test('with another algorithm', async () => {
    const weak = await makeKey('key-512', 'RS512');
    issuer.keys = [weak];
    expect(await verifierNow()(await sign({}, weak))).toEqual({ kind: 'refused', reason: 'alg' });
  });

  test('without a signature', async () => {
    const part = (value: object) => base64url.encode(JSON.stringify(value));
    const claims = { iss: issuer.url, aud: issuer.audience, sub: 'a', typ: 'Bearer', iat: nowS(), exp: nowS() + 600 };
    expect(await verifierNow()(`${part({ alg: 'none' })}.${part(claims)}.`)).toEqual({ kind: 'refused', reason: 'alg' });
  });

  test('signed by a key that the provider does not have', async () => {
    expect(await verifierNow()(await sign({}, await makeKey('stranger')))).toEqual({ kind: 'refused', reason: 'kid' });
  });

  test("signed by a stranger under the provider's own key id", async () => {
    expect(await verifierNow()(await sign({}, await makeKey('key-1', 'RS256')))).toEqual({ kind: 'refused', reason: 'signature' });
  });

  test('that is no token at all', async () => {
    expect(await verifierNow()('abc')).toEqual({ kind: 'refused', reason: 'form' });
  });
});

describe('a token that was verified once', () => {
  test('is not verified again for five minutes', async () => {
    const verify = verifierNow();
    const token = await sign();
    const first = await verify(token);
    nowMs += 4 * minuteMs;
    const second = await verify(token);
    expect(first.kind === 'verified' && second.kind === 'verified' && second.verified === first.verified).toBe(true);
  });

  test('is refused once it has expired', async () => {
    const verify = verifierNow();
    const token = await sign({ exp: nowS() + 60 });
    expect((await verify(token)).kind).toBe('verified');
    nowMs += 66_000;
    expect(await verify(token)).toEqual({ kind: 'refused', reason: 'exp' });
  });
});

describe('while the identity provider is away', () => {
  test.each(['html', 'failing', 'hanging'] as const)(
    'keys at hand go on working, and none at hand is said to be unavailable (%s)',
    async (mood) => {
      const informed = verifierNow();
      await informed(await sign({ sub: 'first' }));
      issuer.mood = mood;
      nowMs += 30 * minuteMs;
      expect((await informed(await sign({ sub: 'second' }))).kind).toBe('verified');
      expect(await verifierNow()(await sign())).toEqual({ kind: 'unavailable' });
      expect(warnings.length).toBeGreaterThan(0);
    },
  );

  test('a refused connection is said to be unavailable', async () => {
    const token = await sign();
    const verify = verifierNow();
    await issuer.stop();
    expect(await verify(token)).toEqual({ kind: 'unavailable' });
    issuer = await TokenIssuer.start();
  });

  test('an unknown key cannot be judged', async () => {
    const verify = verifierNow();
    await verify(await sign());
    issuer.mood = 'failing';
    nowMs += minuteMs;
    expect(await verify(await sign({}, await makeKey('newer')))).toEqual({ kind: 'unavailable' });
  });

  test('keys serve for an hour and no longer', async () => {
    const verify = verifierNow();
    await verify(await sign({ sub: 'first' }));
    issuer.mood = 'failing';
    nowMs += 61 * minuteMs;
    expect(await verify(await sign({ sub: 'second' }))).toEqual({ kind: 'unavailable' });
  });

  test('it is asked again only after a pause', async () => {
    issuer.mood = 'failing';
    const verify = verifierNow();
    for (let i = 0; i < 5; i += 1) await verify(await sign());
    expect(issuer.asked).toBe(1);
    nowMs += 1_000;
    issuer.mood = 'well';
    expect((await verify(await sign())).kind).toBe('verified');
  });
});

describe("the provider's keys", () => {
  test('are asked for once by many requests at a time', async () => {
    const verify = verifierNow();
    const tokens = await Promise.all(['a', 'b', 'c'].map((sub) => sign({ sub })));
    const answers = await Promise.all(tokens.map(verify));
    expect(answers.map(({ kind }) => kind)).toEqual(['verified', 'verified', 'verified']);
    expect(issuer.asked).toBe(1);
  });

  test('are known as soon as a token is signed by a new one', async () => {
    const verify = verifierNow();
    await verify(await sign());
    const newer = await makeKey('key-2');
    issuer.keys = [...issuer.keys, newer];
    nowMs += 11_000;
    expect((await verify(await sign({}, newer))).kind).toBe('verified');
  });

  test('are refused within ten minutes of being removed, for a token in use throughout', async () => {
    const verify = verifierNow();
    const removed = issuer.keys[0];
    const token = await issuer.sign({ exp: nowS() + 86_400 }, { key: removed, nowS: nowS() });
    await verify(token);
    issuer.keys = [await makeKey('key-2')];
    const removedAtMs = nowMs;
    let answer = await verify(token);
    while (answer.kind === 'verified' && nowMs - removedAtMs < 60 * minuteMs) {
      nowMs += 20_000;
      answer = await verify(token);
    }
    expect(answer).toEqual({ kind: 'refused', reason: 'kid' });
    expect(nowMs - removedAtMs).toBeLessThan(10 * minuteMs);
  });

  test('are not asked for by every token with an unknown key', async () => {
    const verify = verifierNow();
    for (let i = 0; i < 5; i += 1) await verify(await sign({}, await makeKey(`stranger-${i}`)));
    expect(issuer.asked).toBe(1);
  });
});
