import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineAddresses, serviceNames, variableOf } from '@xietong/engines';
import { parseEnvironment } from '@xietong/portal/environment';
import { getSecrets } from './secrets.ts';
import { planPortal, planService, type Surroundings, usualPorts, writeAgencies } from './services.ts';

const engines: EngineAddresses = {
  mode: 'native',
  mongo: { url: 'mongodb://127.0.0.1:27017/?replicaSet=rs0' },
  kafka: { brokers: ['127.0.0.1:19092', '127.0.0.1:19093'], admin: { username: 'admin', password: 'of the broker' } },
  keycloak: { url: 'http://127.0.0.1:8180', realm: 'xietong', admin: { username: 'admin', password: 'of the realm' } },
};

describe('the environment of a service', () => {
  let around: Surroundings;
  beforeEach(() => {
    const stateDir = mkdtempSync(join(tmpdir(), 'xietong-'));
    around = { engines, ports: usualPorts, secrets: getSecrets(stateDir), stateDir };
  });
  afterEach(() => rmSync(around.stateDir, { recursive: true }));

  it('gives each its own principal and the store only to who keeps aggregates', () => {
    expect(planService('projects', around).environment).toMatchObject({
      PORT: '4101',
      XIETONG_MONGO_URL: engines.mongo.url,
      XIETONG_KAFKA_BROKERS: '127.0.0.1:19092,127.0.0.1:19093',
      XIETONG_KAFKA_USERNAME: 'projects',
      XIETONG_KAFKA_PASSWORD: around.secrets.kafka['projects'],
      XIETONG_OIDC_ISSUER: 'http://127.0.0.1:8180/realms/xietong',
    });
    const { environment } = planService('reporting', around);
    expect(environment).toMatchObject({
      PORT: '4102',
      XIETONG_KAFKA_USERNAME: 'reporting',
      XIETONG_DATA_DIR: join(around.stateDir, 'reporting'),
    });
    expect(environment).not.toHaveProperty('XIETONG_MONGO_URL');
  });

  it('tells the portal where services and login are, and no secret', () => {
    expect(planPortal(around).environment).toEqual({
      HOST: '127.0.0.1',
      PORT: '4100',
      ...Object.fromEntries(serviceNames.map((name) => [variableOf(name, 'URL'), planService(name, around).url])),
      XIETONG_OIDC_ISSUER: 'http://127.0.0.1:8180/realms/xietong',
    });
  });

  it('tells the portal of every service, and the portal shows each', () => {
    const addresses = serviceNames.map((name) => [name, planService(name, around).url]);
    expect(parseEnvironment(planPortal(around).environment).services).toEqual(Object.fromEntries(addresses));
  });

  it("never holds an administrator's password", () => {
    const plans = [...serviceNames.map((name) => planService(name, around)), planPortal(around)];
    expect(JSON.stringify(plans)).not.toMatch(/of the broker|of the realm/);
  });

  it('sends traces to a trace viewer that runs', () => {
    const watched = { ...around, engines: { ...engines, zipkin: { url: 'http://127.0.0.1:9411' } } };
    expect(planService('projects', watched).environment).toMatchObject({
      OTEL_TRACES_EXPORTER: 'zipkin',
      OTEL_EXPORTER_ZIPKIN_ENDPOINT: 'http://127.0.0.1:9411/api/v2/spans',
    });
    expect(planService('projects', around).environment).not.toHaveProperty('OTEL_TRACES_EXPORTER');
  });

  it('names a file of the four agencies, each with its own principal', () => {
    writeAgencies(around.stateDir, around.secrets);
    const { agencies } = JSON.parse(readFileSync(planService('projects', around).environment['XIETONG_AGENCIES_FILE'] ?? '', 'utf8')) as {
      agencies: { ref: string; kafka: { username: string; password: string } }[];
    };
    expect(agencies.map(({ ref, kafka }) => [ref, kafka.username])).toEqual([
      ['CN-331082/kjj', 'CN-331082.kjj'],
      ['CN-331082/jxj', 'CN-331082.jxj'],
      ['NO-03/rcn', 'NO-03.rcn'],
      ['NO-03/inn', 'NO-03.inn'],
    ]);
    expect(new Set(agencies.map(({ kafka }) => kafka.password)).size).toBe(4);
  });
});
