/** An address that the test command gives; throws where it is missing, so that no test passes for want of an engine. */
export function requiredVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: these tests need what npm test starts`);
  return value;
}
