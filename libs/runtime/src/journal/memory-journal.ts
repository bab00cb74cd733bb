import type { Journal, JournalEntry, ReadRecord } from './journal.ts';

/** The journal in memory, for fast tests. */
export function memoryJournal(): Journal {
  const entries = new Map<string, JournalEntry>();
  const reads: ReadRecord[] = [];
  const of = (subject: string): JournalEntry[] => [...entries.values()].filter((entry) => entry.subject === subject);
  return {
    // Nothing outlives the process that an audit could ask about.
    declare: async () => {},
    async append(added) {
      for (const entry of added) if (!entries.has(entry.id)) entries.set(entry.id, entry);
    },
    read: async (subject, afterVersion, limit) =>
      of(subject)
        .filter(({ version }) => version > afterVersion)
        .sort((one, other) => one.version - other.version)
        .slice(0, limit),
    findReceipt: async (subject, key) => of(subject).find(({ receipt }) => receipt?.key === key)?.receipt,
    noteRead: async (record) => void reads.push(record),
    readsOf: async (subject, limit) =>
      reads
        .filter(({ asked, shown }) => asked === subject || shown.some((each) => each.subject === subject))
        .sort((one, other) => (one.at < other.at ? 1 : -1))
        .slice(0, limit),
  };
}
