import { pbkdf2Sync } from 'node:crypto';
import { hashedPassword } from './hashed-password.ts';

const parts = async (password: string) => {
  const { credentialData, secretData } = await hashedPassword(password);
  return {
    ...(JSON.parse(credentialData) as { hashIterations: number; algorithm: string }),
    ...(JSON.parse(secretData) as { value: string; salt: string }),
  };
};

describe('a hashed password', () => {
  it('is found again from the password, the salt and the rounds that stand beside it', async () => {
    const { value, salt, hashIterations, algorithm } = await parts('secret');
    expect(algorithm).toBe('pbkdf2-sha512');
    expect(pbkdf2Sync('secret', Buffer.from(salt, 'base64'), hashIterations, 64, 'sha512').toString('base64')).toBe(value);
  });

  it('never shows the password, nor that two are the same', async () => {
    const [one, two] = [await parts('secret'), await parts('secret')];
    expect(JSON.stringify(one)).not.toContain('secret"');
    expect(one.value).not.toBe(two.value);
  });
});
