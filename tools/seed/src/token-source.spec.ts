import { Buffer } from 'node:buffer';
import { tokenSource } from './token-source.ts';

const jwt = (exp: number) => `header.${Buffer.from(JSON.stringify({ exp })).toString('base64url')}.signature`;

describe('a source of tokens', () => {
  it('keeps a token until half a minute before it expires', async () => {
    let nowMs = 0;
    const fetched = [jwt(300), jwt(600)];
    const token = tokenSource(
      async () => fetched.shift() ?? 'none left',
      () => nowMs,
    );
    const first = await token();
    nowMs = 269_999;
    expect(await token()).toBe(first);
    nowMs = 270_000;
    expect(await token()).toBe(jwt(600));
  });

  it('fetches one token for all who ask at once', async () => {
    let fetches = 0;
    const token = tokenSource(async () => `opaque-${++fetches}`);
    expect(await Promise.all([token(), token(), token()])).toEqual(['opaque-1', 'opaque-1', 'opaque-1']);
  });

  it('never gives a rejected token again', async () => {
    let fetches = 0;
    const token = tokenSource(async () => `opaque-${++fetches}`);
    const rejected = await token();
    expect(await Promise.all([token(rejected), token(rejected)])).toEqual(['opaque-2', 'opaque-2']);
  });

  it('asks again after a fetch that failed', async () => {
    const answers = [Promise.reject(new Error('away')), Promise.resolve('opaque')];
    const token = tokenSource(async () => answers.shift() ?? 'none left');
    await expect(token()).rejects.toThrow('away');
    expect(await token()).toBe('opaque');
  });
});
