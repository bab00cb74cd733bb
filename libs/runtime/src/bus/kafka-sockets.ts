import { connect, Socket } from 'node:net';
import type { ISocketFactory } from 'kafkajs';

const keepAliveDelayMs = 60_000;

/**
 * The sockets of one kafkajs client. kafkajs goes on connecting after a disconnect that comes while it looks for its broker; once
 * cut, nothing of the client is open and nothing can be opened, whatever it still tries.
 */
export class KafkaSockets {
  readonly #open = new Set<Socket>();
  #isCut = false;

  readonly factory: ISocketFactory = ({ host, port, onConnect }) => {
    if (this.#isCut) return new Socket().destroy(hungUp());
    const socket = connect({ host, port }, onConnect).setKeepAlive(true, keepAliveDelayMs);
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
    return socket;
  };

  cut(): void {
    this.#isCut = true;
    // With an error: kafkajs does not listen for the close of a socket, and would check for answers on it for ever.
    for (const socket of this.#open) socket.destroy(hungUp());
  }
}

const hungUp = (): Error => new Error('the client has hung up');
