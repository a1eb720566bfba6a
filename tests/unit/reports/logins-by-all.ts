import type { Check } from '../../../helpers/checks/check';
import { expectReply } from '../../../helpers/checks/shared/findings';
import type { NodemailerOptions } from '../../../helpers/smtp/nodemailer-session';
import { mechanismFor, mechanismNames } from '../../../helpers/smtp/sasl/mechanism-for';
import { ScriptedServer } from '../smtp/scripted-server';

/** Whose secrets are looked for. */
export const password = 'Pa55+word/of alice';
export const accessToken = 'ya29.token-of_alice~1234567890';
const credentials = { user: 'alice', password, accessToken, host: 'mail.example.test', authorizationId: 'bob' };

/** The mechanisms of our own client, and those of Nodemailer. */
export const byWire = mechanismNames().filter((name) => !name.endsWith('-PLUS'));
export const byNodemailer: readonly NonNullable<NodemailerOptions['method']>[] = ['PLAIN', 'LOGIN', 'CRAM-MD5'];

/** What proves in a response that the password is known: of SCRAM, DIGEST-MD5 and CRAM-MD5. */
export function proofIn(response: string): string | undefined {
  return /(?:,p=|,response="?|^alice (?=[0-9a-f]{32}$))([^",]+)/.exec(response)?.[1];
}

/** Refuses every login, and quotes what it was sent; so do some servers, and more of their logs. */
export async function quotingServer(): Promise<ScriptedServer> {
  let asked = '';
  const last = () => started.received.at(-1);
  const challengeTo = (mechanism: string, initial: string): string | undefined => {
    if (mechanism === 'LOGIN') return 'Username:';
    if (mechanism === 'CRAM-MD5') return '<1896.697170952@mail.example.test>';
    if (mechanism === 'DIGEST-MD5')
      return 'realm="example.test",nonce="OA6MG9tEQGm2hh",qop="auth",algorithm=md5-sess,charset=utf-8';
    // RFC 5802 section 5.1: the client's nonce goes on, then salt and iterations.
    const nonce = /,r=(.*)$/.exec(initial)?.[1];
    return mechanism.startsWith('SCRAM-') ? `r=${nonce}Server,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096` : undefined;
  };
  const refuse = (line = '') => {
    const sent = Buffer.from(line.replace(/^AUTH \S+ /, ''), 'base64').toString();
    const proof = proofIn(sent);
    const secret = [password, accessToken, proof].filter((one) => one !== undefined && sent.includes(one));
    return `535 5.7.8 no such login: ${line} (${secret})\r\n`;
  };
  const started: ScriptedServer = await ScriptedServer.start({
    replies: {
      EHLO: ['250-mail.example.test', `250 AUTH ${byWire.join(' ')}`],
      AUTH: (socket) => {
        const [, mechanism = '', initial = ''] = /^AUTH (\S+) ?(\S*)/.exec(last() ?? '') ?? [];
        const challenge = challengeTo(mechanism, Buffer.from(initial, 'base64').toString());
        asked = mechanism;
        socket.write(challenge === undefined ? refuse(last()) : `334 ${Buffer.from(challenge).toString('base64')}\r\n`);
      },
      OTHER: (socket) => {
        if (asked === 'LOGIN') socket.write('334 UGFzc3dvcmQ6\r\n');
        else socket.write(refuse(last()));
        asked = '';
      },
    },
  });
  return started;
}

/** A check that logs in by everything there is, and a log that quotes it. */
export function logsInByAll(log: (line: string) => void, received: readonly string[]): Check {
  return {
    id: 'authenticated-relay/all',
    title: 'lets alice in by every mechanism',
    level: 'must',
    reference: 'RFC 4954',
    ask: async (probe) => {
      const findings = [];
      for (const name of byWire) {
        const mechanism = mechanismFor(name, credentials);
        if (!mechanism) throw new Error(`there is no ${name}`);
        const session = await probe.open({ port: 25, security: 'plain' });
        findings.push(expectReply(`AUTH ${name}`, await session.authenticate(mechanism), { code: 235 }));
      }
      for (const method of byNodemailer) {
        const mail = { from: probe.sender, to: [probe.foreignRecipient], message: 'Subject: x\r\n\r\nx\r\n' };
        await probe.sendByNodemailer({ port: 25, security: 'plain' }, { ...mail, credentials, method });
      }
      for (const said of [password, ...received.filter((line) => line.startsWith('AUTH '))]) {
        log(`Nov 28 07:00:00 mail postfix/smtpd[7]: < ${probe.token}.outside.example[198.51.100.7]: ${said}`);
      }
      return findings;
    },
  };
}
