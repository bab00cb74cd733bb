/** The name of a deadline as the vocabulary looks it up: `warning.answerBy` is the field `answerBy` within `warning`. */
export const nameOf = (name: string): { readonly field: string; readonly within: string | undefined } => {
  const dot = name.lastIndexOf('.');
  return { field: name.slice(dot + 1), within: dot < 0 ? undefined : name.slice(0, dot) };
};
