/** A 2xx that a client got: the version that its command led to. */
export interface Acknowledgement {
  readonly key: string;
  /** `project/NO-03.rcn.951956`. */
  readonly subject: string;
  readonly version: number;
}

export interface JournalledEvent {
  readonly subject: string;
  readonly version: number;
  /** Whether the events of a client's command end here: exactly then it holds the command's receipt. A seal is the clock's. */
  readonly endsCommand: boolean;
}

/** A message of the topic, in the order of its partition. `event` is absent where it is none of the service's own. */
export interface TopicMessage {
  readonly partition: number;
  readonly offset: bigint;
  readonly event?: { readonly subject: string; readonly version: number };
}

/** What was left once everything was healed and had come to rest. */
export interface Evidence {
  readonly acknowledgements: readonly Acknowledgement[];
  readonly journal: readonly JournalledEvent[];
  readonly documents: readonly { readonly subject: string; readonly version: number; readonly waiting: number }[];
  /** Without the messages that the scenario itself has put there. */
  readonly topic: readonly TopicMessage[];
  /** Ids of the events that reporting has applied, one for each time. */
  readonly applied: readonly string[];
  /** Places in the topic of what reporting has parked. */
  readonly parked: readonly { readonly partition: number; readonly offset: bigint }[];
}

export interface Judgement {
  /** What is wrong, each in a sentence; empty when everything is as it must be. */
  readonly findings: readonly string[];
  readonly acknowledged: number;
  readonly events: number;
  readonly applied: number;
  readonly parked: number;
  /** Messages of the topic beyond the first of each event. */
  readonly duplicates: number;
}

/** Acknowledged = journal = event ids in the topic = applied + parked; nothing waits; every version is there once and in order. */
export function judge(evidence: Evidence): Judgement {
  const { acknowledgements, journal, documents, topic, applied, parked } = evidence;
  const journalled = new Set(journal.map(idOf));
  const published = new Set(topic.flatMap(({ event }) => (event ? [idOf(event)] : [])));
  const parkedIds = idsAt(parked, topic);
  const appliedIds = new Set(applied);
  const findings = [
    ...commandsWithoutOneEffect(acknowledgements, journal),
    ...documentsUnlikeTheirJournal(documents, journal),
    ...missing(journalled, published, 'is in the journal but not in the topic'),
    ...missing(published, journalled, 'is in the topic but not in the journal'),
    ...gapsInTopic(topic),
    ...missing(journalled, new Set([...appliedIds, ...parkedIds]), 'was neither applied nor parked by reporting'),
    ...missing(appliedIds, journalled, 'was applied by reporting but is not in the journal'),
    ...[...appliedIds].filter((id) => parkedIds.has(id)).map((id) => `${id} was applied by reporting and parked as well`),
    ...repeated(applied).map((id) => `${id} was applied by reporting more than once`),
  ];
  return {
    findings,
    acknowledged: acknowledgements.length,
    events: journalled.size,
    applied: appliedIds.size,
    parked: parkedIds.size,
    duplicates: topic.filter(({ event }) => event).length - published.size,
  };
}

const idOf = ({ subject, version }: { readonly subject: string; readonly version: number }): string => `${subject}/${version}`;

function commandsWithoutOneEffect(acknowledgements: readonly Acknowledgement[], journal: readonly JournalledEvent[]): string[] {
  const ends = new Set(journal.filter(({ endsCommand }) => endsCommand).map(idOf));
  const named = acknowledgements.map(idOf);
  const told = new Set(named);
  return [
    ...acknowledgements
      .filter((acknowledged) => !ends.has(idOf(acknowledged)))
      .map((acknowledged) => `${acknowledged.key} was acknowledged at ${idOf(acknowledged)}, but the journal has no such command: lost`),
    ...repeated(named).map((id) => `${id} was acknowledged for two different commands`),
    ...[...ends].filter((id) => !told.has(id)).map((id) => `${id} is a command that nobody was told of: carried out twice, or an orphan`),
  ];
}

function documentsUnlikeTheirJournal(documents: Evidence['documents'], journal: readonly JournalledEvent[]): string[] {
  const versions = Map.groupBy(journal, ({ subject }) => subject);
  const subjects = new Set([...versions.keys(), ...documents.map(({ subject }) => subject)]);
  const bySubject = new Map(documents.map((document) => [document.subject, document]));
  return [...subjects].flatMap((subject) => {
    const sorted = (versions.get(subject) ?? []).map(({ version }) => version).sort((one, other) => one - other);
    const gapAfter = sorted.findIndex((version, place) => version !== place + 1);
    const document = bySubject.get(subject);
    return [
      ...(gapAfter === -1 ? [] : [`${subject} has a gap in the journal: version ${gapAfter + 1} is not the one after ${gapAfter}`]),
      ...(document?.version === sorted.length
        ? []
        : [`${subject} stands at version ${document?.version ?? 0}, its journal has ${sorted.length} events`]),
      ...(document && document.waiting > 0 ? [`${subject} still has ${document.waiting} events in its outbox`] : []),
    ];
  });
}

// A version may come again, earlier ones with it; one that comes before its predecessor was ever there is a gap.
function gapsInTopic(topic: readonly TopicMessage[]): string[] {
  const last = new Map<string, { version: number; partition: number }>();
  const findings: string[] = [];
  for (const { partition, offset, event } of topic) {
    if (!event) {
      findings.push(`offset ${offset} of partition ${partition} holds something that is no event of this service`);
      continue;
    }
    const before = last.get(event.subject) ?? { version: 0, partition };
    if (before.partition !== partition)
      findings.push(`${idOf(event)} is in partition ${partition}, what was before it in ${before.partition}`);
    if (event.version > before.version + 1) findings.push(`${idOf(event)} follows version ${before.version} in the topic: a gap`);
    last.set(event.subject, { version: Math.max(before.version, event.version), partition });
  }
  return findings;
}

function idsAt(places: Evidence['parked'], topic: readonly TopicMessage[]): Set<string> {
  const byPlace = new Map(topic.map((message) => [`${message.partition}/${message.offset}`, message.event]));
  return new Set(
    places.flatMap(({ partition, offset }) => {
      const event = byPlace.get(`${partition}/${offset}`);
      return event ? [idOf(event)] : [];
    }),
  );
}

const missing = (wanted: ReadonlySet<string>, there: ReadonlySet<string>, what: string): string[] =>
  [...wanted].filter((id) => !there.has(id)).map((id) => `${id} ${what}`);

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(ids.filter((id) => seen.size === seen.add(id).size))];
}
