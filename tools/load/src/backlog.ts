const waitingSeries = /^(xietong_consumer_lag_messages\{|xietong_outbox_documents\{|xietong_consumed_events\{[^}]*state="waiting")/;

/** How much waits in a service, by its metrics: events in outboxes, messages that are not read yet, events that wait for an earlier one. */
export const backlogOf = (metrics: string): number =>
  metrics
    .split('\n')
    .filter((line) => waitingSeries.test(line))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
