import { companions, manifest } from '../manifest.ts';
import { kafkaPasswordVariable } from '../native/kafka-properties.ts';
import type { ComposeFile, ComposeService } from './compose-service.ts';
import { composeServices, serviceVolumes } from './compose-services.ts';

/** Publishes a container's port on this machine only. */
export const onLoopback = (port: number) => `127.0.0.1:${port}:${port}`;

/** A variable that Compose refuses to start without. */
export const required = (name: string) => `\${${name}:?}`;

const health = (test: readonly string[]) => ({ test, interval: '5s', timeout: '5s', retries: 24, start_period: '60s' });
const { mongo, kafka, keycloak, zipkin } = manifest;

const engines: Record<string, ComposeService> = {
  mongo: {
    image: mongo.image,
    command: ['--replSet', 'rs0', '--bind_ip_all', '--wiredTigerCacheSizeGB', '0.5'],
    ports: [onLoopback(mongo.ports.main)],
    volumes: ['mongo:/data/db'],
    healthcheck: health([
      'CMD',
      'mongosh',
      '--quiet',
      '--eval',
      "try { rs.status() } catch { rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] }) } quit(db.hello().isWritablePrimary ? 0 : 1)",
    ]),
  },
  kafka: {
    image: kafka.image,
    command: ['bash', '/etc/xietong/start.sh'],
    environment: { [kafkaPasswordVariable]: required(kafkaPasswordVariable), KAFKA_HEAP_OPTS: '-Xmx512m' },
    ports: [onLoopback(kafka.ports.main)],
    volumes: ['kafka:/var/lib/kafka/data', './infra/kafka:/etc/xietong:ro'],
    healthcheck: health(['CMD', 'bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${kafka.ports.main}`]),
  },
  keycloak: {
    image: keycloak.image,
    command: [
      ...['start', '--import-realm', '--db=dev-file', '--cache=local', '--health-enabled=true'],
      ...[
        '--http-enabled=true',
        `--http-port=${keycloak.ports.main}`,
        '--hostname=${XIETONG_KEYCLOAK_HOSTNAME:-http://keycloak.localhost:8180}',
      ],
    ],
    environment: { KC_BOOTSTRAP_ADMIN_USERNAME: 'admin', KC_BOOTSTRAP_ADMIN_PASSWORD: required('XIETONG_KEYCLOAK_ADMIN_PASSWORD') },
    ports: [onLoopback(keycloak.ports.main)],
    volumes: ['keycloak:/opt/keycloak/data', './infra/keycloak/realm.json:/opt/keycloak/data/import/xietong-realm.json:ro'],
    // Browsers and containers must see one issuer: browsers take *.localhost for this machine, containers find the alias.
    networks: { default: { aliases: ['keycloak.localhost'] } },
    healthcheck: health([
      'CMD-SHELL',
      `{ printf 'HEAD /health/ready HTTP/1.0\\r\\n\\r\\n' >&0; grep 'HTTP/1.0 200'; } 0<>/dev/tcp/localhost/${keycloak.ports.management}`,
    ]),
  },
  zipkin: { image: zipkin.image, ports: [onLoopback(zipkin.ports.main)] },
  collector: {
    image: companions.collector.image,
    command: ['--config=/etc/xietong/collector.yml'],
    volumes: ['./infra/otel/collector.yml:/etc/xietong/collector.yml:ro'],
    depends_on: { zipkin: { condition: 'service_started' } },
  },
  prometheus: {
    image: companions.prometheus.image,
    ports: [onLoopback(companions.prometheus.ports.main)],
    volumes: [
      'prometheus:/prometheus',
      './infra/prometheus/prometheus.yml:/etc/prometheus/prometheus.yml:ro',
      './ops/alerts.yml:/etc/prometheus/alerts.yml:ro',
    ],
  },
};

/** The whole `docker-compose.yml` as data: the engines with MongoDB 8, what watches them, and every service. */
export function composeFile(): ComposeFile {
  const services = { ...engines, ...composeServices() };
  return {
    name: 'xietong',
    services: Object.fromEntries(Object.entries(services).map(([name, service]) => [name, { ...service, restart: 'unless-stopped' }])),
    volumes: { mongo: {}, kafka: {}, keycloak: {}, prometheus: {}, ...serviceVolumes() },
  };
}
