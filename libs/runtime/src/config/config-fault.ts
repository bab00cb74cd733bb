/** A service with a faulty environment does not start. */
export class ConfigFault extends Error {
  constructor(faults: readonly string[]) {
    super(`the environment is not complete:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
  }
}
