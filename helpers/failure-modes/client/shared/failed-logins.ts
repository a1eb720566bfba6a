import type { ClientStep, LogSign } from '../../../model/failure-mode';

export const base64 = (text: string) => Buffer.from(text).toString('base64');

export const says = (...lines: readonly string[]): readonly ClientStep[] => [{ kind: 'lines', lines }];

export const client = 'client.outside.example[198.51.100.7]';

export const authManual = 'https://www.rfc-editor.org/rfc/rfc4954#section-4';

export const failedWith = (
  mechanism: string,
  reason: string,
  example = /^[A-Z]+$/.test(mechanism) ? mechanism : 'CRAM-MD5',
): LogSign => ({
  pattern: new RegExp(`^warning: \\S+: SASL ${mechanism} authentication failed: ${reason}(?:, sasl_username=.*)?$`),
  specimen: `postfix/submission/smtpd[51]: warning: ${client}: SASL ${example} authentication failed: ${reason}, sasl_username=(unavailable)`,
  strength: 'suggests',
});

export const warns = (pattern: RegExp, text: string): LogSign => ({
  pattern: new RegExp(`^warning: SASL authentication failure: ${pattern.source}$`),
  specimen: `postfix/submission/smtpd[51]: warning: SASL authentication failure: ${text}`,
  strength: 'names',
  program: /smtpd$/,
});

// What else than base64 brings about the same line depends on the mechanism.
export const badPlain = failedWith('PLAIN', 'bad protocol / cancel');

export const badLogin = failedWith('LOGIN', 'bad protocol / cancel');

export const cutPlain = failedWith('PLAIN', 'another step is needed in authentication');

export const badProtocolReply = '535 5.7.8 Error: authentication failed: bad protocol / cancel';

export const anotherStepReply = '535 5.7.8 Error: authentication failed: another step is needed in authentication';

export const plainManual = 'https://www.rfc-editor.org/rfc/rfc4616#section-2';
