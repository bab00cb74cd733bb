import { z } from 'zod';
import { ConfigFault } from './config-fault.ts';
import { tracesExporters } from '../telemetry/tracing.ts';

const list = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .pipe(z.array(z.string()).min(1));

const always = {
  PORT: z.coerce.number().int().min(0).max(65_535).default(0).describe('Where to listen; 0 takes any free port and logs it'),
  HOST: z.string().default('127.0.0.1').describe('The address to listen on'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('The least that is logged'),
  XIETONG_KAFKA_BROKERS: list.describe('host:port of the brokers, separated by commas'),
  XIETONG_KAFKA_USERNAME: z.string().min(1).describe("The service's own principal, for reading"),
  XIETONG_KAFKA_PASSWORD: z.string().min(1).describe('Its password'),
  XIETONG_AGENCIES_FILE: z.string().min(1).describe('The agencies that this deployment serves, as JSON'),
  XIETONG_OIDC_ISSUER: z.url().describe("The realm's address, letter by letter as tokens name it"),
  XIETONG_PSEUDONYM_KEY: z.string().min(32).describe('The key under which people become pseudonyms; at least 32 characters'),
  OTEL_TRACES_EXPORTER: z
    .enum(tracesExporters)
    .default('none')
    .describe('Where traces go; its address follows the standard OTEL variables'),
};
const withStore = { XIETONG_MONGO_URL: z.url({ protocol: /^mongodb(\+srv)?$/ }).describe('The MongoDB replica set or cluster') };

/** What every service is told by its environment. `XIETONG_MONGO_URL` only where it keeps records. */
export type Config = z.output<z.ZodObject<typeof always>> & { readonly XIETONG_MONGO_URL?: string };

/** The variables of a service, for its reference page. */
export const configShape = (keepsRecords: boolean): Record<string, z.ZodType> => ({ ...always, ...(keepsRecords ? withStore : {}) });

/** Parses the environment once; every fault is named in one message, by variable, without its value. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>, keepsRecords: boolean): Config {
  const schema = keepsRecords ? z.object({ ...always, ...withStore }) : z.object(always);
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  throw new ConfigFault(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}
