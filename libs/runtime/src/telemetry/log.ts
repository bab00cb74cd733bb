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
        'err.config',
        'err.errorResponse',
      ],
      censor: '[redacted]',
    },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
