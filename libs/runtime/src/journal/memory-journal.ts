import type { Journal, JournalEntry } from './journal.ts';

/** The journal in memory, for fast tests. */
export function memoryJournal(): Journal {
  const entries = new Map<string, JournalEntry>();
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
    // Nor that an auditor could look into.
    noteRead: async () => {},
  };
}
