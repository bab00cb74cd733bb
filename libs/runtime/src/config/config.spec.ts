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

const all = { keepsRecords: true, takesAttachments: true };
const none = { keepsRecords: false, takesAttachments: false };

describe('the configuration of a service', () => {
  it('reads every variable as the text that an environment holds', () => {
    const config = parseConfig(complete, all);
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
    expect(() => parseConfig(faulty, all)).toThrow(
      /PORT: [\s\S]*XIETONG_OIDC_ISSUER: [\s\S]*XIETONG_PSEUDONYM_KEY: [\s\S]*XIETONG_MONGO_URL: /,
    );
    expect(() => parseConfig(faulty, all)).not.toThrow(/short-secret/);
  });

  it('asks for a database only where the service keeps aggregates', () => {
    const { XIETONG_MONGO_URL: _, ...without } = complete;
    expect(parseConfig(without, none).XIETONG_MONGO_URL).toBeUndefined();
    expect(() => parseConfig(without, all)).toThrow('XIETONG_MONGO_URL');
  });

  it('takes the address of a virus scanner as host and port, or none', () => {
    const addressIn = (XIETONG_CLAMD_ADDRESS?: string) => parseConfig({ ...complete, XIETONG_CLAMD_ADDRESS }, all).XIETONG_CLAMD_ADDRESS;
    expect([addressIn(), addressIn('clamav:3310'), addressIn('[::1]:3310')]).toEqual([undefined, 'clamav:3310', '[::1]:3310']);
    expect(() => addressIn('tcp://clamav:3310')).toThrow('XIETONG_CLAMD_ADDRESS: host:port');
  });

  it('describes every variable', () => {
    for (const [name, schema] of Object.entries(configShape(all))) expect([name, schema.description]).toEqual([name, expect.any(String)]);
  });
});
