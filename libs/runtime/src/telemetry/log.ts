import { type Logger, pino } from 'pino';

/**
 * Structured logs on standard output. What could hold a person's data or a secret is cut out whatever path it came by;
 * callers log ids, codes and counts.
 */
export function makeLog(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    redact: {
      paths: [
        'authorization',
        'password',
        'token',
        'headers',
        'body',
        'state',
        'data',
        '*.authorization',
        '*.password',
        '*.token',
        '*.headers',
        '*.body',
        '*.data',
      ],
      censor: '[redacted]',
    },
    serializers: { err: errorFields },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}

/** What a fault is, not what it carries: those of the database driver hold the documents that they are about. */
export function errorFields(fault: unknown): object {
  if (!(fault instanceof Error)) return { message: String(fault) };
  const code = (fault as { code?: unknown }).code;
  return {
    type: fault.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    message: fault.message,
    stack: fault.stack,
    ...(fault.cause === undefined ? {} : { cause: errorFields(fault.cause) }),
  };
}
