/** Whether a topic belongs to a pattern. `search` starts at the beginning, where `test` of a global pattern goes on from its last hit. */
export function matches(topic: string, pattern: RegExp): boolean {
  return topic.search(pattern) >= 0;
}
