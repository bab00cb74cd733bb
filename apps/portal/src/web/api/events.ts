/** An event as it was stored and sent (CloudEvents 1.0). */
export interface CloudEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
  readonly time: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event with its place in the log. */
export interface LocatedEvent {
  readonly event: CloudEvent;
  readonly position: { readonly topic: string; readonly partition: number; readonly offset: string | number };
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor of the page that follows; absent on the last one. */
  readonly next?: string;
  readonly count?: number;
}

/** The event's name without service and version: `project.registered` of `xietong.projects.project.registered.v1`. */
export const eventName = (type: string): string => /^xietong\.[^.]+\.(.+)\.v\d+$/.exec(type)?.[1] ?? type;

/** The id of the aggregate that the event is about, `NO-03.rcn.951956` of `project/NO-03.rcn.951956`. */
export const subjectId = (subject: string): string => subject.slice(subject.indexOf('/') + 1);
