import type { SMTPServer, SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import { replyError } from './refusing-reply';
import { tlsOf } from './session-tls';
import type { Smarthost } from './smarthost';

/** The options by which smtp-server asks a smarthost about logins, and takes no mail without one. */
export function loginOptions(smarthost: Smarthost): SMTPServerOptions {
  return {
    authMethods: [...smarthost.manner.mechanisms],
    authRequiredMessage: '5.7.0 Authentication required',
    // On its own smtp-server refuses them unseen.
    allowInsecureAuth: true,
    onAuth(auth, session, done) {
      // PLAIN and LOGIN bring the password, CRAM-MD5 a proof of it.
      const proves = (password: string) =>
        auth.method === 'CRAM-MD5' ? auth.validatePassword(password) : auth.password === password;
      const user = auth.username ?? '';
      const refusal = smarthost.judge(session, user, proves);
      if (refusal) done(replyError(refusal));
      else done(null, { user });
    },
  };
}

/** Receives a client as the smarthost is now; an error turns it away. */
export function receiveClient(
  smarthost: Smarthost,
  port: number,
  server: SMTPServer,
  session: SMTPServerSession,
): Error | undefined {
  const { mechanisms, startTls, turnAway } = smarthost.manner;
  if (turnAway) return replyError(turnAway);
  server.options.authMethods = [...mechanisms];
  if (!startTls) session.disabledCommands = ['STARTTLS'];
  noteLogins(smarthost, port, server, session);
  return undefined;
}

// onAuth does not hear of an attempt that breaks off, or of a mechanism that was not offered.
function noteLogins(smarthost: Smarthost, port: number, server: SMTPServer, session: SMTPServerSession): void {
  const connection = [...server.connections].find(({ id }) => id === session.id);
  if (connection === undefined) return;
  const handle = connection.handler_AUTH.bind(connection);
  connection.handler_AUTH = (command, done) => {
    const [, mechanism = ''] = command.toString().trim().split(/\s+/);
    smarthost.begin(session, { port, mechanism: mechanism.toUpperCase(), tls: tlsOf(session) });
    handle(command, done);
  };
}
