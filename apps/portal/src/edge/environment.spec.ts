import { serviceNames } from '../service-names.ts';
import { parseEnvironment } from './environment.ts';

const services = Object.fromEntries(serviceNames.map((name) => [name, `https://${name}.example`]));

const whole = {
  PORT: '4200',
  HOST: '0.0.0.0',
  ...Object.fromEntries(Object.entries(services).map(([name, url]) => [`XIETONG_${name.toUpperCase()}_URL`, url])),
  XIETONG_OIDC_ISSUER: 'http://127.0.0.1:8080/auth/realms/xietong',
};

describe('the environment of the edge', () => {
  test('is read from text, Keycloak and its realm from the issuer', () => {
    expect(parseEnvironment(whole)).toEqual({
      port: 4200,
      host: '0.0.0.0',
      services,
      keycloak: { url: 'http://127.0.0.1:8080/auth', realm: 'xietong', clientId: 'xietong-portal' },
    });
  });

  test('listens on this machine only, on any free port, unless told otherwise', () => {
    expect(parseEnvironment({ ...whole, PORT: undefined, HOST: undefined })).toMatchObject({ port: 0, host: '127.0.0.1' });
  });

  test('is refused with every fault at once', () => {
    const faulty = () => parseEnvironment({ PORT: 'http', XIETONG_PROJECTS_URL: 'ftp://x', XIETONG_OIDC_ISSUER: 'http://127.0.0.1:8080/' });
    expect(faulty).toThrow(/PORT: [^]*XIETONG_PROJECTS_URL: [^]*XIETONG_REPORTING_URL: [^]*XIETONG_TALENT_URL: [^]*XIETONG_OIDC_ISSUER: /);
  });
});
