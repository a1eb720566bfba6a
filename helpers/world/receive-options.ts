import type { TLSSocket } from 'node:tls';
import type { SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import type { RelayedMessage } from '../model/relayed-message';
import { readMessage } from './read-message';
import type { Refusals } from './refusals';

/** What a receiving server is for. */
export interface Reception {
  /** The port that the client thinks it talks to. */
  readonly port: number;
  readonly keepBytes: number;
  readonly refusals: Refusals;
  readonly take: (message: RelayedMessage) => void;
}

/** The options that make smtp-server a mail exchanger which accepts everything that no rule refuses. */
export function receiveOptions({ port, keepBytes, refusals, take }: Reception): SMTPServerOptions {
  const tlsOf = new WeakMap<SMTPServerSession, string>();
  return {
    name: 'sink.test',
    // A mail exchanger has no users.
    disabledCommands: ['AUTH'],
    // The lab's addresses have names in the lab's DNS only.
    disableReverseLookup: true,
    // RFC 1870 section 4: SIZE without a number is no limit, so that the only limits are the target's.
    size: keepBytes,
    hideSize: true,

    onSecure(socket, session, done) {
      tlsOf.set(session, tlsInWords(socket as TLSSocket));
      done();
    },
    onMailFrom({ address }, _session, done) {
      done(refusals.replyAt('mail', address, ['']));
    },
    onRcptTo({ address }, session, done) {
      done(refusals.replyAt('rcpt', senderOf(session), [address]));
    },
    onData(stream, session, done) {
      const envelope = { mailFrom: senderOf(session), rcptTo: session.envelope.rcptTo.map(({ address }) => address) };
      const clientName = session.hostNameAppearsAs;
      readMessage(stream, keepBytes)
        .then((content) => {
          const refusal = refusals.replyAt('data', envelope.mailFrom, envelope.rcptTo);
          const receivedAt = new Date().toISOString();
          // Before the reply: once the client knows, so do the tests.
          if (!refusal) take({ receivedAt, clientName, port, ...envelope, ...content, tls: tlsOf.get(session) });
          done(refusal);
        })
        .catch(done);
    },
  };
}

function senderOf({ envelope }: SMTPServerSession): string {
  return envelope.mailFrom ? envelope.mailFrom.address : '';
}

// Not from the session: what smtp-server keeps there is the oldest protocol that knows the cipher.
function tlsInWords(socket: TLSSocket): string {
  return `${socket.getProtocol()} ${socket.getCipher().name}`;
}
