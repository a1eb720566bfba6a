import type { LogSign } from '../../../model/failure-mode';

/** sendEmail says so before STARTTLS, too, where the server takes nothing else first. */
export const findsNoAuth: LogSign = {
  pattern: /NOTICE => Authentication not supported by the remote SMTP server!/,
  specimen: 'sendEmail[4908]: NOTICE => Authentication not supported by the remote SMTP server!',
  strength: 'suggests',
  alternative: true,
};

/**
 * A line of another program than Postfix and Exim, which log the replies of the next server in their own words: what a
 * program that sends by this server has got from it.
 */
export const clientGets = (reply: RegExp, specimen: string): LogSign => ({
  pattern: new RegExp(`^(?!.*(?: said: |remote mail server|authenticator failed|reject: )).*${reply.source}`),
  specimen,
  strength: 'names',
  alternative: true,
});
