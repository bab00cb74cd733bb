import { keepsRecords, type Service, takesAttachments } from '@xietong/kernel';
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

const withAttachments = {
  XIETONG_CLAMD_ADDRESS: z
    .string()
    .regex(/^[^\s:]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$/, 'host:port')
    .optional()
    .describe('host:port of clamd, which looks for viruses in attachments; without it they are marked as not scanned'),
};

/** What every service is told by its environment. `XIETONG_MONGO_URL` only where it keeps records, `XIETONG_CLAMD_ADDRESS` only where it takes attachments. */
export type Config = z.output<z.ZodObject<typeof always>> & {
  readonly XIETONG_MONGO_URL?: string;
  readonly XIETONG_CLAMD_ADDRESS?: string;
};

/** What of its environment depends on the service. */
export interface Needs {
  readonly keepsRecords: boolean;
  readonly takesAttachments: boolean;
}

export const needsOf = (service: Service): Needs => ({ keepsRecords: keepsRecords(service), takesAttachments: takesAttachments(service) });

/** The variables of a service, for its reference page. */
export const configShape = ({ keepsRecords, takesAttachments }: Needs): Record<string, z.ZodType> => ({
  ...always,
  ...(keepsRecords ? withStore : {}),
  ...(takesAttachments ? withAttachments : {}),
});

/** Parses the environment once; every fault is named in one message, by variable, without its value. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>, needs: Needs): Config {
  const parsed = z.object(configShape(needs)).safeParse(environment);
  if (parsed.success) return parsed.data as Config;
  throw new ConfigFault(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}
