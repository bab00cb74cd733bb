import { configShape, parseConfig } from './config.ts';

const complete = {
  PORT: '4101',
  XIETONG_MONGO_URL: 'mongodb://127.0.0.1:27017/?replicaSet=rs0',
  XIETONG_KAFKA_BROKERS: '127.0.0.1:9092, 127.0.0.1:9093',
  XIETONG_KAFKA_USERNAME: 'projects',
  XIETONG_KAFKA_PASSWORD: 'secret-of-the-broker',
  XIETONG_AGENCIES_FILE: 'agencies.json',
  XIETONG_OIDC_ISSUER: 'http://127.0.0.1:8180/realms/xietong',
  XIETONG_PSEUDONYM_KEY: 'k'.repeat(32),
};

describe('the configuration of a service', () => {
  it('reads every variable as the text that an environment holds', () => {
    const config = parseConfig(complete, true);
    expect(config).toMatchObject({
      PORT: 4101,
      HOST: '127.0.0.1',
      XIETONG_KAFKA_BROKERS: ['127.0.0.1:9092', '127.0.0.1:9093'],
      OTEL_TRACES_EXPORTER: 'none',
    });
  });

  it('names all faults together and shows no value', () => {
    const faulty = {
      ...complete,
      PORT: 'many',
      XIETONG_PSEUDONYM_KEY: 'short-secret',
      XIETONG_OIDC_ISSUER: undefined,
      XIETONG_MONGO_URL: 'http://elsewhere',
    };
    expect(() => parseConfig(faulty, true)).toThrow(
      /PORT: [\s\S]*XIETONG_OIDC_ISSUER: [\s\S]*XIETONG_PSEUDONYM_KEY: [\s\S]*XIETONG_MONGO_URL: /,
    );
    expect(() => parseConfig(faulty, true)).not.toThrow(/short-secret/);
  });

  it('asks for a database only where the service keeps aggregates', () => {
    const { XIETONG_MONGO_URL: _, ...without } = complete;
    expect(parseConfig(without, false).XIETONG_MONGO_URL).toBeUndefined();
    expect(() => parseConfig(without, true)).toThrow('XIETONG_MONGO_URL');
  });

  it('describes every variable', () => {
    for (const [name, schema] of Object.entries(configShape(true))) expect([name, schema.description]).toEqual([name, expect.any(String)]);
  });
});
