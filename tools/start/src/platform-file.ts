import { join } from 'node:path';
import { z } from 'zod';
import { isRunning, ProcessIdentity } from './process-identity.ts';
import { findStateFile, removeStateFile, writeStateFile } from './state-files.ts';

const RunningService = z.object({ url: z.url(), process: ProcessIdentity });

/** Where the engines answer, without their administrators' passwords. */
const KnownEngines = z.object({
  mode: z.string(),
  mongo: z.object({ url: z.string() }),
  kafka: z.object({ brokers: z.array(z.string()) }),
  keycloak: z.object({ url: z.string(), realm: z.literal('xietong') }),
  zipkin: z.object({ url: z.string() }).optional(),
});
export type KnownEngines = z.output<typeof KnownEngines>;

/** What is known of a platform from outside of the process that started it. */
const PlatformRecord = z.object({
  /** The process that watches over the services and ends them. */
  supervisor: ProcessIdentity,
  services: z.record(z.string(), RunningService),
  /** Whether a start brought the engines up, so that its end takes them down; else someone else did. */
  ownsEngines: z.boolean(),
  engines: KnownEngines.optional(),
  /** The last block of `npm start`: there once everything runs. */
  block: z.string().optional(),
});
export type PlatformRecord = z.output<typeof PlatformRecord>;

const fileOf = (stateDir: string): string => join(stateDir, 'platform.json');

/** The record that the last start left, whether it still runs or not. */
export const findRecord = (stateDir: string): PlatformRecord | undefined => findStateFile(fileOf(stateDir), PlatformRecord);

/** The platform that runs from this state folder now, or is about to. */
export function findPlatform(stateDir: string): PlatformRecord | undefined {
  const record = findRecord(stateDir);
  return record && isRunning(record.supervisor) ? record : undefined;
}

export const writeRecord = (stateDir: string, record: PlatformRecord): void => writeStateFile(fileOf(stateDir), record);

export const removeRecord = (stateDir: string): void => removeStateFile(fileOf(stateDir));
