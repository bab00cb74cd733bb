import { text } from '@xietong/domain';
import type { PersonalExchange } from './endpoint.ts';
import { platformProblem, Problem } from './problem.ts';
import type { Look, LookUp, ReadRouteParts } from './read-routes.ts';

/** The parameter of a read of documents about persons. */
export const Purpose = text(300).meta({ description: 'What it is read for, such as the case: the read is recorded with it.' });

/**
 * The same look-up for documents about persons: it takes a purpose, and the journal has who read what, why and with which result before
 * anything is told. A refusal is a result; what the journal cannot keep is not told.
 */
export function notingReads(
  { journal, now }: Pick<ReadRouteParts, 'journal' | 'now'>,
  { operation, asked }: { readonly operation: string; readonly asked?: (exchange: PersonalExchange) => string | undefined },
  lookUp: LookUp,
): LookUp {
  return async (exchange, parameters) => {
    const { purpose, others } = takePurpose(parameters);
    const subject = asked?.(exchange);
    const note = (status: number, shown: Look['shown']) =>
      journal.noteRead({
        at: now(),
        ...readerOf(exchange),
        operation,
        ...(subject === undefined ? {} : { asked: subject }),
        purpose,
        status,
        shown,
      });
    const look = await lookUp(exchange, others).catch(async (fault: unknown) => {
      if (fault instanceof Problem) await note(fault.status, []);
      throw fault;
    });
    await note(look.reply.status, look.shown);
    return look;
  };
}

const readerOf = ({ actor, trace }: PersonalExchange) => ({
  actor: actor.id,
  ...(actor.agency === undefined ? {} : { agency: actor.agency }),
  traceid: trace.traceId,
});

function takePurpose(parameters: ReadonlyMap<string, string>) {
  const purpose = Purpose.safeParse(parameters.get('purpose'));
  if (!purpose.success) throw platformProblem('purpose-missing');
  return { purpose: purpose.data, others: new Map([...parameters].filter(([name]) => name !== 'purpose')) };
}
