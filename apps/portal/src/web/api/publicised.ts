/** What a publicity shows of an application, as the projects service shows it to everyone. */
export interface PublicisedApplication {
  readonly id: string;
  readonly version: number;
  readonly status: 'publicised' | 'approved';
  readonly call: string;
  readonly agency: string;
  readonly title: string;
  readonly area: string;
  readonly parties: readonly { readonly role: 'lead' | 'partner'; readonly name: string; readonly region: string }[];
  /** The first moment that is too late to object. */
  readonly endsAt: string;
}

/** Whether one can still object. */
export const isOpenToObjections = ({ status, endsAt }: Pick<PublicisedApplication, 'status' | 'endsAt'>, nowMs: number): boolean =>
  status === 'publicised' && nowMs < Date.parse(endsAt);
