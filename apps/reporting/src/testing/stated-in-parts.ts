import type { MessageReader } from '../intake/read-message.ts';
import { read } from './facts-folder.ts';

/** Reads events of projects as if each stated a part of its project, the year of the signing: no project of the contract is stated in parts. */
export const readInParts: MessageReader = (topic, message) => {
  const event = read(topic, message);
  if ('unreadable' in event || !event.states) return event;
  return { ...event, states: { ...event.states, part: event.states.date.slice(0, 4) } };
};
