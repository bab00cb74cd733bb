import { loginOf } from './demo-login.ts';

const secrets = { pseudonymKey: '', kafka: {}, people: { 'rcn-analyst': 'secret' } };

describe('a login from the command line', () => {
  it('uses the client that takes passwords', () => {
    expect(loginOf('rcn-analyst', 'http://127.0.0.1:8180/realms/xietong', secrets)).toEqual({
      issuer: 'http://127.0.0.1:8180/realms/xietong',
      clientId: 'xietong-cli',
      username: 'rcn-analyst',
      password: 'secret',
    });
  });

  it('names all people where the name is unknown', () => {
    expect(() => loginOf('nobody', '', secrets)).toThrow(/there is no user nobody; there are:\n.*kjj-officer.*rcn-analyst/);
  });
});
