import type { Check } from '../../../helpers/checks/check';
import { expectReply } from '../../../helpers/checks/shared/findings';
import type { NodemailerOptions } from '../../../helpers/smtp/nodemailer-session';
import { mechanismFor } from '../../../helpers/smtp/sasl/mechanism-for';
import { ScriptedServer } from '../smtp/scripted-server';

/** Whose secrets are looked for. */
export const password = 'Pa55+word/of alice';
export const accessToken = 'ya29.token-of_alice~1234567890';
const credentials = { user: 'alice', password, accessToken, host: 'mail.example.test', authorizationId: 'bob' };

const challenges: Readonly<Record<string, string>> = {
  LOGIN: 'Username:',
  'CRAM-MD5': '<1896.697170952@mail.example.test>',
  'DIGEST-MD5': 'realm="example.test",nonce="OA6MG9tEQGm2hh",qop="auth",algorithm=md5-sess,charset=utf-8',
};
/** The mechanisms of our own client, and those of Nodemailer. */
export const byWire = ['PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5', 'ANONYMOUS', 'EXTERNAL', 'XOAUTH2', 'OAUTHBEARER'];
export const byNodemailer: readonly NonNullable<NodemailerOptions['method']>[] = ['PLAIN', 'LOGIN', 'CRAM-MD5'];

/** Refuses every login, and quotes what it was sent; so do some servers, and more of their logs. */
export async function quotingServer(): Promise<ScriptedServer> {
  let asked = '';
  const last = () => started.received.at(-1);
  const refuse = (line = '') => {
    const sent = Buffer.from(line.replace(/^AUTH \S+ /, ''), 'base64').toString();
    const secret = [password, accessToken].filter((one) => sent.includes(one));
    return `535 5.7.8 no such login: ${line} (${secret})\r\n`;
  };
  const started: ScriptedServer = await ScriptedServer.start({
    replies: {
      EHLO: ['250-mail.example.test', `250 AUTH ${byWire.join(' ')}`],
      AUTH: (socket) => {
        const [, mechanism = ''] = /^AUTH (\S+)/.exec(last() ?? '') ?? [];
        const challenge = challenges[mechanism];
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
