/** The text of an address in an answer of Kafka: its length in one or two bytes is before it, and its port in four behind. */
const host = Buffer.from('127.0.0.1');
const portBytes = 4;
const lengthBytes = 4;

/**
 * Lets a broker's answers name another port of this machine, so that clients which follow its advertised listeners stay with a proxy.
 * Takes the stream as it comes, chunk by chunk, and gives back whole answers only; their lengths do not change.
 */
export function renamedPort(from: number, to: number): (chunk: Buffer) => Buffer {
  const wanted = Buffer.alloc(host.length + portBytes);
  host.copy(wanted);
  wanted.writeInt32BE(from, host.length);
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const whole = rest.subarray(0, endOfWholeAnswers(rest));
    const answers = Buffer.from(whole);
    rest = rest.subarray(whole.length);
    for (let at = answers.indexOf(wanted); at !== -1; at = answers.indexOf(wanted, at + 1)) answers.writeInt32BE(to, at + host.length);
    return answers;
  };
}

// Each answer begins with the length of what follows.
function endOfWholeAnswers(bytes: Buffer): number {
  let end = 0;
  while (end + lengthBytes <= bytes.length) {
    const next = end + lengthBytes + bytes.readInt32BE(end);
    if (next > bytes.length) break;
    end = next;
  }
  return end;
}
