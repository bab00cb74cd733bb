import { companions, manifest, servicePorts } from '../manifest.ts';
import type { ComposeService } from './compose-service.ts';
import { kafkaInsidePort } from './kafka-in-container.ts';

type ServiceName = keyof typeof servicePorts;

const issuer = '${XIETONG_KEYCLOAK_HOSTNAME:-http://keycloak.localhost:8180}/realms/xietong';
const agenciesFile = '/etc/xietong/agencies.json';
const afterEngines = Object.fromEntries(['mongo', 'kafka', 'keycloak'].map((name) => [name, { condition: 'service_healthy' }]));

/** What every service that speaks to the engines is told. */
const engineVariables = (name: ServiceName) => ({
  XIETONG_KAFKA_BROKERS: `kafka:${kafkaInsidePort}`,
  XIETONG_KAFKA_USERNAME: name,
  XIETONG_KAFKA_PASSWORD: `\${XIETONG_${name.toUpperCase()}_KAFKA_PASSWORD:?}`,
  XIETONG_AGENCIES_FILE: agenciesFile,
  XIETONG_OIDC_ISSUER: issuer,
  XIETONG_PSEUDONYM_KEY: '${XIETONG_PSEUDONYM_KEY:?}',
  OTEL_TRACES_EXPORTER: 'otlp',
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://collector:${companions.collector.ports.otlp}`,
});
const agencies = `\${XIETONG_AGENCIES_FILE:?}:${agenciesFile}:ro`;

/** One image a service, all from one Dockerfile; its health check, on `/readyz`, is in the image. */
const service = (name: ServiceName, variables: Record<string, string>): ComposeService => ({
  image: `xietong/${name}`,
  build: { context: '.', args: { SERVICE: name } },
  environment: { PORT: String(servicePorts[name]), ...variables },
  read_only: true,
  tmpfs: ['/tmp'],
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
});

export const composeServices = (): Record<ServiceName, ComposeService> => ({
  projects: {
    ...service('projects', {
      XIETONG_MONGO_URL: `mongodb://mongo:${manifest.mongo.ports.main}/?replicaSet=rs0`,
      ...engineVariables('projects'),
    }),
    volumes: [agencies],
    depends_on: afterEngines,
  },
  reporting: {
    ...service('reporting', { XIETONG_DATA_DIR: '/data', ...engineVariables('reporting') }),
    volumes: [agencies, 'reporting:/data'],
    depends_on: afterEngines,
  },
  portal: {
    ...service('portal', {
      XIETONG_PROJECTS_URL: `http://projects:${servicePorts.projects}`,
      XIETONG_REPORTING_URL: `http://reporting:${servicePorts.reporting}`,
      XIETONG_OIDC_ISSUER: issuer,
    }),
    ports: [`127.0.0.1:${servicePorts.portal}:${servicePorts.portal}`],
    depends_on: { projects: { condition: 'service_healthy' }, reporting: { condition: 'service_healthy' } },
  },
});
