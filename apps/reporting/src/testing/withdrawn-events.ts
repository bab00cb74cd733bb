import type { MessageReader } from '../intake/read-message.ts';
import { read } from './facts-folder.ts';

/**
 * Reads events of projects, those whose `topic/project/version` is in the set as statements without sides: no event of the contract withdraws a
 * project yet.
 */
export const readWithWithdrawals =
  (withdrawn: ReadonlySet<string>): MessageReader =>
  (topic, message) => {
    const event = read(topic, message);
    if ('unreadable' in event || !event.states) return event;
    const project = event.subject.split('.').at(-1) ?? '';
    const { source } = topic;
    const isWithdrawn = withdrawn.has(`${source.slice(1).replaceAll('/', '.')}/${project}/${event.version}`);
    return isWithdrawn ? { ...event, states: { ...event.states, sides: [] } } : event;
  };
