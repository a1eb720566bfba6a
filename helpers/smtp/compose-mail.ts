import type { SendMailOptions } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailToSend } from './session-options';

/** A message and its envelope, as Nodemailer takes them: `from`, `to`, `subject`, `text`, `html`, `attachments`, `raw`, … */
export type MailOptions = SendMailOptions;

/**
 * The message as Nodemailer makes it, with the envelope that follows from it. The token stands in a header field before all
 * others, as a trace field does, so that the message is known again wherever it arrives, one given as `raw` too.
 */
export async function composeMail(mail: MailOptions, token: string): Promise<MailToSend> {
  const message = new MailComposer(mail).compile();
  const { from, to } = message.getEnvelope();
  // One character is one byte (latin1), as at the sink: a raw message may be in any charset, or in none.
  const text = (await message.build()).toString('latin1').replace(/\r?\n/g, '\r\n');
  return { from: from || '', to, message: Buffer.from(`X-Harness-Token: ${token}\r\n${text}`, 'latin1') };
}
