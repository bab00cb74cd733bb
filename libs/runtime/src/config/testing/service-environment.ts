import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgencyRef } from '@xietong/kernel';

/** Engines on which services are tried; every principal there is the broker's own administrator. */
export interface TrialEngines {
  readonly mongo: { readonly url: string };
  readonly kafka: { readonly brokers: readonly string[]; readonly admin: { readonly username: string; readonly password: string } };
}

export interface TrialPlace {
  /** Where the file of agencies is written. */
  readonly folder: string;
  /** The address of the identity provider. */
  readonly issuer: string;
  readonly agencies: readonly AgencyRef[];
}

/** What a service is told by its environment where it is tried, measured or broken. */
export function serviceEnvironment({ mongo, kafka }: TrialEngines, { folder, issuer, agencies }: TrialPlace): Record<string, string> {
  const agenciesFile = join(folder, 'agencies.json');
  const served = agencies.map((ref) => ({ ref, name: { zh: '测试', en: 'Trial' }, kafka: kafka.admin }));
  writeFileSync(agenciesFile, JSON.stringify({ agencies: served }), { mode: 0o600 });
  return {
    XIETONG_MONGO_URL: mongo.url,
    XIETONG_KAFKA_BROKERS: kafka.brokers.join(','),
    XIETONG_KAFKA_USERNAME: kafka.admin.username,
    XIETONG_KAFKA_PASSWORD: kafka.admin.password,
    XIETONG_AGENCIES_FILE: agenciesFile,
    XIETONG_OIDC_ISSUER: issuer,
    XIETONG_PSEUDONYM_KEY: 'a key for trying things, known to all',
  };
}
