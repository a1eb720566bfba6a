import type { TLSSocket } from 'node:tls';
import type { SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import type { RelayedMessage } from '../model/relayed-message';
import { readMessage } from './read-message';
import type { Refusals } from './refusals';
import { noteTls, tlsOf } from './session-tls';
import type { Smarthost } from './smarthost';
import { loginOptions } from './smarthost-sessions';

/** What a receiving server is for. */
export interface Reception {
  /** The port that the client thinks it talks to. */
  readonly port: number;
  readonly keepBytes: number;
  readonly refusals: Refusals;
  readonly take: (message: RelayedMessage) => void;
  /** Who must log in before; a mail exchanger has no users. */
  readonly smarthost: Smarthost | undefined;
}

/** The options that make smtp-server a receiver which accepts everything that no rule refuses. */
export function receiveOptions({ port, keepBytes, refusals, take, smarthost }: Reception): SMTPServerOptions {
  return {
    ...(smarthost ? loginOptions(smarthost) : { disabledCommands: ['AUTH'] }),
    name: 'sink.test',
    // The lab's addresses have names in the lab's DNS only.
    disableReverseLookup: true,
    // RFC 1870 section 4: SIZE without a number is no limit, so that the only limits are the target's.
    size: keepBytes,
    hideSize: true,

    onSecure(socket, session, done) {
      noteTls(session, socket as TLSSocket);
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
          if (!refusal) {
            const user = session.user || undefined;
            take({ receivedAt, clientName, port, ...envelope, ...content, tls: tlsOf(session), user });
          }
          done(refusal);
        })
        .catch(done);
    },
  };
}

function senderOf({ envelope }: SMTPServerSession): string {
  return envelope.mailFrom ? envelope.mailFrom.address : '';
}
