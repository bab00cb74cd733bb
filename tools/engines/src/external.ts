import { z } from 'zod';
import type { EngineAddresses } from './addresses.ts';

const External = z.object({
  XIETONG_MONGO_URL: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://'),
  XIETONG_KAFKA_BROKERS: z
    .string()
    .transform((text) => text.split(',').map((broker) => broker.trim()))
    .refine((brokers) => brokers.every((broker) => /^[^\s:]+:\d+$/.test(broker)), 'must be host:port, several separated by commas'),
  XIETONG_KAFKA_ADMIN_USERNAME: z.string().min(1, 'must not be empty'),
  XIETONG_KAFKA_ADMIN_PASSWORD: z.string().min(1, 'must not be empty'),
  XIETONG_KEYCLOAK_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }),
  XIETONG_KEYCLOAK_ADMIN_USERNAME: z.string().min(1, 'must not be empty'),
  XIETONG_KEYCLOAK_ADMIN_PASSWORD: z.string().min(1, 'must not be empty'),
  XIETONG_ZIPKIN_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
});

/** Engines that somebody else runs, as the environment names them; throws one fault that lists all that is missing or malformed. */
export function parseExternal(env: NodeJS.ProcessEnv): EngineAddresses {
  const parsed = External.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return `  ${name} ${env[name] === undefined ? 'is missing' : message}`;
    });
    throw new Error(`XIETONG_ENGINES=external needs:\n${faults.join('\n')}`);
  }
  const given = parsed.data;
  return {
    mode: 'external',
    mongo: { url: given.XIETONG_MONGO_URL },
    kafka: {
      brokers: given.XIETONG_KAFKA_BROKERS,
      admin: { username: given.XIETONG_KAFKA_ADMIN_USERNAME, password: given.XIETONG_KAFKA_ADMIN_PASSWORD },
    },
    keycloak: {
      url: given.XIETONG_KEYCLOAK_URL.replace(/\/$/, ''),
      realm: 'xietong',
      admin: { username: given.XIETONG_KEYCLOAK_ADMIN_USERNAME, password: given.XIETONG_KEYCLOAK_ADMIN_PASSWORD },
    },
    ...(given.XIETONG_ZIPKIN_URL ? { zipkin: { url: given.XIETONG_ZIPKIN_URL } } : {}),
  };
}
