import { composeMessage } from '../../../helpers/smtp/messages';
import {
  type NodemailerOptions,
  type NodemailerResult,
  sendWithNodemailer,
} from '../../../helpers/smtp/nodemailer-session';

const mail = { from: 'alice@example.test', to: ['bob@example.net'] };

/** The message that `send` sends. */
export const message = composeMessage({ ...mail, token: 'token-1', body: '.\r\nend' });

/** Sends one mail by Nodemailer to a server of this process, over plain text unless the test chooses otherwise. */
export function send(
  { port }: { readonly port: number },
  choices: Partial<NodemailerOptions> = {},
): Promise<NodemailerResult> {
  const usual = { host: '127.0.0.1', security: 'plain', title: 'test', clientName: 'client.example.org' } as const;
  return sendWithNodemailer({ ...usual, port, timeoutMs: 5000, ...mail, message, ...choices });
}
