import { companions, manifest, portalPort, type ServiceName, serviceNames, services, variableOf } from '../manifest.ts';
import type { ComposeService } from './compose-service.ts';
import { kafkaInsidePort } from './kafka-in-container.ts';

const issuer = '${XIETONG_KEYCLOAK_HOSTNAME:-http://keycloak.localhost:8180}/realms/xietong';
const agenciesFile = '/etc/xietong/agencies.json';
const afterEngines = Object.fromEntries(['mongo', 'kafka', 'keycloak'].map((name) => [name, { condition: 'service_healthy' }]));

/** What every service that speaks to the engines is told. */
const engineVariables = (name: ServiceName) => ({
  XIETONG_KAFKA_BROKERS: `kafka:${kafkaInsidePort}`,
  XIETONG_KAFKA_USERNAME: name,
  XIETONG_KAFKA_PASSWORD: `\${${variableOf(name, 'KAFKA_PASSWORD')}:?}`,
  XIETONG_AGENCIES_FILE: agenciesFile,
  XIETONG_OIDC_ISSUER: issuer,
  XIETONG_PSEUDONYM_KEY: '${XIETONG_PSEUDONYM_KEY:?}',
  OTEL_TRACES_EXPORTER: 'otlp',
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://collector:${companions.collector.ports.otlp}`,
});
const agencies = `\${XIETONG_AGENCIES_FILE:?}:${agenciesFile}:ro`;

/** One image a service, all from one Dockerfile; its health check, on `/readyz`, is in the image. */
const built = (name: string, port: number, variables: Record<string, string>): ComposeService => ({
  image: `xietong/${name}`,
  build: { context: '.', args: { SERVICE: name } },
  environment: { PORT: String(port), ...variables },
  read_only: true,
  tmpfs: ['/tmp'],
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
});

/** Where a service keeps what it keeps. */
const kept = (name: ServiceName): { readonly variables: Record<string, string>; readonly volumes: readonly string[] } =>
  services[name].keeps === 'documents'
    ? { variables: { XIETONG_MONGO_URL: `mongodb://mongo:${manifest.mongo.ports.main}/?replicaSet=rs0` }, volumes: [] }
    : { variables: { XIETONG_DATA_DIR: '/data' }, volumes: [`${name}:/data`] };

const service = (name: ServiceName): ComposeService => {
  const { variables, volumes } = kept(name);
  return {
    ...built(name, services[name].port, { ...variables, ...engineVariables(name) }),
    volumes: [agencies, ...volumes],
    depends_on: afterEngines,
  };
};

const portal = (): ComposeService => ({
  ...built('portal', portalPort, {
    ...Object.fromEntries(serviceNames.map((name) => [variableOf(name, 'URL'), `http://${name}:${services[name].port}`])),
    XIETONG_OIDC_ISSUER: issuer,
  }),
  ports: [`127.0.0.1:${portalPort}:${portalPort}`],
  depends_on: Object.fromEntries(serviceNames.map((name) => [name, { condition: 'service_healthy' }])),
});

export const composeServices = (): Record<string, ComposeService> => ({
  ...Object.fromEntries(serviceNames.map((name) => [name, service(name)])),
  portal: portal(),
});

/** The volumes of the services that keep files. */
export const serviceVolumes = (): Record<string, object> =>
  Object.fromEntries(serviceNames.filter((name) => services[name].keeps === 'files').map((name) => [name, {}]));
