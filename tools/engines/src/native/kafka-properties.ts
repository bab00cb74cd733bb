/** What differs between the places where the one Kafka node runs. */
export interface KafkaPlace {
  dataDir: string;
  controller: string;
  /** Address to bind and address to tell clients, for each way in; all of them ask for SASL with SCRAM-SHA-256. */
  listeners: { name: string; bind: string; advertise: string }[];
}

/** The variable from which the broker reads its administrator's password, so that the file holds none. */
export const kafkaPasswordVariable = 'XIETONG_KAFKA_ADMIN_PASSWORD';

/** The node's `server.properties`, the same for the native engine and for the container. */
export function kafkaProperties({ dataDir, controller, listeners }: KafkaPlace): string {
  const first = listeners[0]?.name ?? 'CLIENTS';
  const password = `\${env:${kafkaPasswordVariable}}`;
  const scram = (name: string) =>
    `listener.name.${name.toLowerCase()}.scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="${password}";`;
  return `${[
    'process.roles=broker,controller',
    'node.id=1',
    `log.dirs=${dataDir}`,
    `controller.quorum.bootstrap.servers=${controller}`,
    'controller.listener.names=CONTROLLER',
    `listeners=${[...listeners.map(({ name, bind }) => `${name}://${bind}`), `CONTROLLER://${controller}`].join(',')}`,
    `advertised.listeners=${[...listeners.map(({ name, advertise }) => `${name}://${advertise}`), `CONTROLLER://${controller}`].join(',')}`,
    `listener.security.protocol.map=${[...listeners.map(({ name }) => `${name}:SASL_PLAINTEXT`), 'CONTROLLER:SASL_PLAINTEXT'].join(',')}`,
    `inter.broker.listener.name=${first}`,
    'config.providers=env',
    'config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider',
    `config.providers.env.param.allowlist.pattern=${kafkaPasswordVariable}`,
    'sasl.enabled.mechanisms=SCRAM-SHA-256',
    'sasl.mechanism.inter.broker.protocol=SCRAM-SHA-256',
    ...listeners.map(({ name }) => scram(name)),
    'sasl.mechanism.controller.protocol=PLAIN',
    'listener.name.controller.sasl.enabled.mechanisms=PLAIN',
    `listener.name.controller.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="${password}" user_admin="${password}";`,
    'authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'allow.everyone.if.no.acl.found=false',
    'super.users=User:admin',
    'auto.create.topics.enable=false',
    // Events are kept for ever; the broker's own default is a week.
    'log.retention.ms=-1',
    'default.replication.factor=1',
    'min.insync.replicas=1',
    'offsets.topic.replication.factor=1',
    'offsets.topic.num.partitions=4',
    // A group that was away for months still finds its place.
    'offsets.retention.minutes=525600',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'share.coordinator.state.topic.replication.factor=1',
    'share.coordinator.state.topic.min.isr=1',
    'group.initial.rebalance.delay.ms=0',
    // After kill -9 the node serves again in 3 s instead of 11.
    'broker.heartbeat.interval.ms=500',
    'broker.session.timeout.ms=2000',
    'quota.window.num=3',
  ].join('\n')}\n`;
}
