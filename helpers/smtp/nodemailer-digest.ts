import type { SMTPConnectionCustomAuthHandler } from 'nodemailer/lib/smtp-connection';
import { hasCode } from './answers';
import { authExchange } from './auth-exchange';
import { parseReply } from './reply-parser';
import { digestMd5 } from './sasl/digest-md5';

/** DIGEST-MD5 for Nodemailer, which has no such mechanism but lets one bring one's own. */
export function digestMd5ForNodemailer(host: string): SMTPConnectionCustomAuthHandler {
  return async ({ auth, sendCommand }) => {
    let cancelled = '';
    const mechanism = digestMd5({ user: auth.credentials.user, password: auth.credentials.pass, host });
    const ask = async (line: string) => parseReply((await sendCommand(line)).response.split('\n'));
    const answer = await authExchange(mechanism, ask, {
      onCancel: (reason) => {
        cancelled = ` (cancelled: ${reason})`;
      },
    });
    if (!hasCode(answer, 235)) throw new Error(`Invalid login${cancelled}`);
  };
}
