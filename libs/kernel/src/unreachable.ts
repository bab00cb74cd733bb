/** Ends a `switch` over a union: a forgotten case does not compile, and a foreign value is a fault. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
