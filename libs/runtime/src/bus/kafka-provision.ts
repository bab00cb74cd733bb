import kafkajs from 'kafkajs';
import type { AclEntry, Admin } from 'kafkajs';
import type { Logger } from 'pino';
import type { AgencyRef } from '@xietong/kernel';
import { topicOf } from '../config/agencies.ts';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaCredentials } from './kafka-client.ts';

// Node finds only the first few names that this CommonJS package exports.
const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

/** Which topics there are to be, and who may use them. */
export interface Provision {
  readonly agencies: readonly AgencyRef[];
  readonly contexts: readonly string[];
  /** For good: a key whose partition changed would overtake itself. */
  readonly partitions: number;
  /** Principals that read every topic, each in groups that begin with its name. */
  readonly readers: readonly string[];
  /** Copies of each partition; the broker's default where absent. */
  readonly replicas?: number;
}

/**
 * Makes the topics of every agency and context, kept for ever, and grants the rights: an agency's principal (`NO-03.rcn`) writes
 * under its own prefix only. Run again it changes nothing; a topic of another number of partitions throws.
 */
export async function provisionTopics(administrator: KafkaCredentials, provision: Provision, log: Logger): Promise<void> {
  const admin = kafkaClient(administrator, log).admin();
  await admin.connect();
  try {
    await createTopics(admin, provision);
    await admin.createAcls({ acl: [...provision.agencies.flatMap(writersRights), ...provision.readers.flatMap(readersRights)] });
  } finally {
    await admin.disconnect();
  }
}

async function createTopics(admin: Admin, { agencies, contexts, partitions, replicas }: Provision): Promise<void> {
  const existing = new Map((await admin.fetchTopicMetadata()).topics.map(({ name, partitions: { length } }) => [name, length]));
  const wanted = agencies.flatMap((agency) => contexts.map((context) => topicOf(agency, context)));
  for (const topic of wanted) {
    const found = existing.get(topic) ?? partitions;
    if (found !== partitions) throw new Error(`the topic ${topic} has ${found} partitions, not ${partitions}: their number is for good`);
  }
  const missing = wanted.filter((topic) => !existing.has(topic));
  if (missing.length === 0) return;
  await admin.createTopics({
    topics: missing.map((topic) => ({
      topic,
      numPartitions: partitions,
      ...(replicas !== undefined && { replicationFactor: replicas }),
      configEntries: [
        { name: 'cleanup.policy', value: 'delete' },
        { name: 'retention.ms', value: '-1' },
        { name: 'retention.bytes', value: '-1' },
      ],
    })),
  });
}

function writersRights(agency: AgencyRef): AclEntry[] {
  const prefix = topicOf(agency, '');
  const principal = prefix.slice(0, -1);
  return [
    grant(principal, AclOperationTypes.WRITE, AclResourceTypes.TOPIC, prefix, ResourcePatternTypes.PREFIXED),
    grant(principal, AclOperationTypes.DESCRIBE, AclResourceTypes.TOPIC, prefix, ResourcePatternTypes.PREFIXED),
    grant(principal, AclOperationTypes.IDEMPOTENT_WRITE, AclResourceTypes.CLUSTER, 'kafka-cluster', ResourcePatternTypes.LITERAL),
  ];
}

function readersRights(principal: string): AclEntry[] {
  return [
    grant(principal, AclOperationTypes.READ, AclResourceTypes.TOPIC, '*', ResourcePatternTypes.LITERAL),
    grant(principal, AclOperationTypes.DESCRIBE, AclResourceTypes.TOPIC, '*', ResourcePatternTypes.LITERAL),
    grant(principal, AclOperationTypes.READ, AclResourceTypes.GROUP, principal, ResourcePatternTypes.PREFIXED),
  ];
}

function grant(
  principal: string,
  operation: AclEntry['operation'],
  resourceType: AclEntry['resourceType'],
  resourceName: string,
  resourcePatternType: AclEntry['resourcePatternType'],
): AclEntry {
  const permissionType = AclPermissionTypes.ALLOW;
  return { principal: `User:${principal}`, host: '*', operation, permissionType, resourceType, resourceName, resourcePatternType };
}
