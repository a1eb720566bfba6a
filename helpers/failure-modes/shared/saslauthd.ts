import type { ClientStep, LogSign } from '../../model/failure-mode';
import { loginUncheckedReply, loginUncheckedReplyBefore32 } from '../../postfix/replies';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';

/** The same, with PAM behind saslauthd. */
export const asksPam = `${writeShippedSmtpdConf}
sed -i 's/^MECH=.*/MECH=pam/' /etc/sysconfig/saslauthd`;

/** A restart, until the new master has spoken. */
export const restarted = `started() { grep -c 'daemon started' /var/log/maillog || true; }
before=$(started)
mailctl restart
for try in {1..200}; do [ "$(started)" -gt "$before" ] && break; sleep 0.05; done`;

/** Postfix is restarted while nothing asks for saslauthd, so that none runs; from then on smtpd asks it. */
export const asksSaslauthdStartedByHand = `${restarted}
${writeShippedSmtpdConf}`;

/** The check that every user behind saslauthd fails when it can't be asked. */
export const usersFail = ['authenticated-relay/plain-on-587-before-tls'] as const;

/** saslauthd asked, and the answer is no. Before Cyrus SASL 2.1.27 the line begins with the function's name. */
export function refusedByBackEnd(text: RegExp, specimen: string, strength: LogSign['strength']): LogSign {
  return {
    pattern: new RegExp(`^\\s*(?:(?:do_auth\\s*)?:\\s*)?auth failure: ${text.source}`),
    specimen: `saslauthd[612]:                 : auth failure: ${specimen}`,
    strength,
    program: saslauthd,
  };
}

/** The program that writes the lines of PAM as well. */
const saslauthd = /^saslauthd$/;

/** smtpd can't reach saslauthd, for this reason. */
export function unreachable(reason: string, strength: LogSign['strength']): LogSign {
  return {
    pattern: new RegExp(
      `^(?:warning: )?SASL (?:authentication failure: )?cannot connect to saslauthd server: ${reason}$`,
    ),
    specimen: `postfix/submission/smtpd[335]: warning: SASL authentication failure: cannot connect to saslauthd server: ${reason}`,
    strength,
  };
}

/** Written for every PLAIN login that fails. */
export const verificationFailed: LogSign = {
  pattern: /^warning: SASL authentication failure: Password verification failed$/,
  specimen: 'postfix/submission/smtpd[335]: warning: SASL authentication failure: Password verification failed',
  strength: 'accompanies',
};

/** The login failed because nobody could be asked. */
export const genericFailure: LogSign = {
  pattern: /^warning: \S+: SASL \S+ authentication failed: generic failure(?:, sasl_username=.*)?$/,
  specimen:
    'postfix/submission/smtpd[335]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: generic failure, sasl_username=alice@example.test',
  strength: 'accompanies',
};

/** The login failed because somebody was asked and said no. */
export const loginRefused: LogSign = {
  pattern: /^warning: \S+: SASL \S+ authentication failed: authentication failure(?:, sasl_username=.*)?$/,
  specimen:
    'postfix/submission/smtpd[664]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: authentication failure, sasl_username=alice@example.test',
  strength: 'accompanies',
};

/** What a client gets when nobody could be asked. */
export const temporaryFailure = `${loginUncheckedReply}; before Postfix 3.2: ${loginUncheckedReplyBefore32}`;

/** Somebody logs in, and does no more than that. */
export function loginWith(password: string, user = 'alice'): ClientStep {
  return { kind: 'lines', lines: [`AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`).toString('base64')}`] };
}

/** The reference server's user logs in. */
export const loginOfUser = loginWith('correct-horse-alice');

/** A line of saslauthd, or of PAM in its name. */
export function fromSaslauthd(pattern: RegExp, text: string, strength: LogSign['strength']): LogSign {
  return { pattern, specimen: `saslauthd[782]: ${text}`, strength, program: saslauthd };
}

/** What Cyrus SASL says of pwcheck_method and of who checks passwords. */
export const saslManual = 'https://www.cyrusimap.org/sasl/sasl/pwcheck.html';
