import { SMTPServer } from 'smtp-server';

/**
 * An smtp-server that greets as soon as a client has connected. On its own it waits 100 ms, to find clients that talk before
 * they are greeted; the one here is a mail server under test, and each mail that it passes on would take so much longer.
 */
export class GreetingAtOnce extends SMTPServer {
  override connect(...socket: Parameters<SMTPServer['connect']>): void {
    super.connect(...socket);
    const connection = [...this.connections].at(-1);
    if (connection === undefined) return;
    const ready = connection.connectionReady.bind(connection);
    // What its timer finds when it runs out.
    connection.connectionReady = () => {};
    ready();
  }
}
