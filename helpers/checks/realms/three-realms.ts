import { logIn } from '../../sessions/log-in';
import type { Probe } from '../../sessions/probe';
import type { Variant } from '../../targets/target';

/** One server for the three settings: a service of master.cf each. The users' realms are the how-to's two. */
export const threeRealms: Variant = {
  name: 'three-realms',
  before: `echo correct-horse-carol | saslpasswd2 -p -c -u mail.example.test carol
sed -i -e '/^submission inet/a\\  -o smtpd_sasl_local_domain=$myhostname' \\
  -e '/^smtps  *inet/a\\  -o smtpd_sasl_local_domain=' /etc/postfix/master.cf`,
};

/** The reply to a login that is right. */
export const success = { code: 235, enhanced: '2.7.0' };

/** The reply to one that is not. */
export const refusal = { code: 535, enhanced: '5.7.8' };

/** The answer to a login on the port. */
export async function answerTo(probe: Probe, port: number, mechanism: string, user: string, password: string) {
  const session = await probe.open({ port, security: port === 465 ? 'implicit-tls' : 'plain' });
  return logIn(session, mechanism, { user, password, host: probe.facts.hostname });
}
