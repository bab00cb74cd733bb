import type { Problem } from '../../api/api-problem.ts';

// The service says "not yet" in these, not "no": what was sent may still be carried out, or have been.
const undecided = new Set([408, 429]);

/**
 * Whether a command was decided. One that was not, because the connection broke or the service took too long, may have been carried
 * out all the same: it is sent again with the same key, and then it is the same command.
 */
export const isDecided = ({ status, code }: Problem): boolean =>
  status >= 400 && status < 500 && !undecided.has(status) && code !== 'in-flight';
