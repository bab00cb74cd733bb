import { parseMode } from './engines.ts';
import { parseExternal } from './external.ts';

const complete = {
  XIETONG_MONGO_URL: 'mongodb://db.example:27017/?replicaSet=rs0',
  XIETONG_KAFKA_BROKERS: 'a.example:9092, b.example:9092',
  XIETONG_KAFKA_ADMIN_USERNAME: 'root',
  XIETONG_KAFKA_ADMIN_PASSWORD: 'one',
  XIETONG_KEYCLOAK_URL: 'https://login.example/',
  XIETONG_KEYCLOAK_ADMIN_USERNAME: 'boss',
  XIETONG_KEYCLOAK_ADMIN_PASSWORD: 'two',
};

describe('external engines', () => {
  test('are where the environment says', () => {
    expect(parseExternal(complete)).toEqual({
      mode: 'external',
      mongo: { url: 'mongodb://db.example:27017/?replicaSet=rs0' },
      kafka: { brokers: ['a.example:9092', 'b.example:9092'], admin: { username: 'root', password: 'one' } },
      keycloak: { url: 'https://login.example', realm: 'xietong', admin: { username: 'boss', password: 'two' } },
    });
  });

  test('a viewer of traces is used where one is named', () => {
    expect(parseExternal({ ...complete, XIETONG_ZIPKIN_URL: 'http://traces.example' }).zipkin).toEqual({ url: 'http://traces.example' });
  });

  test('all that is missing is named at once', () => {
    const missing = () => parseExternal({});
    for (const name of Object.keys(complete)) expect(missing).toThrow(`${name} is missing`);
  });

  test.each([
    ['XIETONG_MONGO_URL', 'localhost:27017', 'must begin with mongodb://'],
    ['XIETONG_KAFKA_BROKERS', 'a.example', 'must be host:port'],
    ['XIETONG_KAFKA_BROKERS', 'a.example:9092,,', 'must be host:port'],
    ['XIETONG_KEYCLOAK_URL', 'login.example', 'must be an http or https address'],
    ['XIETONG_KAFKA_ADMIN_PASSWORD', '', 'must not be empty'],
  ])('%s given as "%s" is refused', (name, value, sentence) => {
    expect(() => parseExternal({ ...complete, [name]: value })).toThrow(`${name} ${sentence}`);
  });

  test('no value of a variable is repeated in the fault', () => {
    expect(() => parseExternal({ ...complete, XIETONG_MONGO_URL: 'secret@host' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });
});

describe('who runs the engines', () => {
  test('is this tool, unless XIETONG_ENGINES says otherwise', () => {
    expect(parseMode({})).toBe('native');
    expect(parseMode({ XIETONG_ENGINES: 'docker' })).toBe('docker');
  });

  test('an unknown word is refused with the words that are known', () => {
    expect(() => parseMode({ XIETONG_ENGINES: 'podman' })).toThrow('native, docker, external');
  });
});
