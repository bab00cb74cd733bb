/** The id of the panel that decides on an area of a call; its applications and their reviews are found by it too. */
export const panelId = ({ call, area }: { readonly call: string; readonly area: string }): string => `${call}.${area}`;
