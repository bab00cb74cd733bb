import type { Metrics } from '../telemetry/metrics.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import type { CommandRunner } from './outcome.ts';

/** The write path seen from outside: one span and one measurement a command, whatever its outcome. */
export function observedRunner(
  runner: CommandRunner,
  context: string,
  tracing: Tracing,
  metrics: Pick<Metrics, 'commands'>,
): CommandRunner {
  return {
    async run(request) {
      const labels = { aggregate: request.aggregate.name, command: request.command };
      const done = metrics.commands.startTimer(labels);
      const { traceparent: caller, ...rest } = request;
      let outcome = 'fault';
      try {
        const answer = await tracing.span(
          'command',
          { ...(caller === undefined ? {} : { traceparent: caller }), attributes: { context, ...labels } },
          (traceparent) => runner.run({ ...rest, ...(traceparent === undefined ? {} : { traceparent }) }),
        );
        outcome = answer.kind;
        return answer;
      } finally {
        done({ outcome });
      }
    },
  };
}
