/** Where the three engines answer, and the credentials of their administrators. */
export interface EngineAddresses {
  mode: 'native' | 'docker' | 'external';
  /** Without a database name: `mongodb://127.0.0.1:27017/?replicaSet=rs0`. */
  mongo: { url: string };
  /** SASL_PLAINTEXT with SCRAM-SHA-256. */
  kafka: { brokers: string[]; admin: { username: string; password: string } };
  keycloak: { url: string; realm: 'xietong'; admin: { username: string; password: string } };
  zipkin?: { url: string };
}
