import { probingWait } from '../../containers/docker/probing-wait';
import type { Security } from '../model/vantage';
import { inWords } from '../smtp/answers';
import { WireSession } from '../smtp/wire-session';

/**
 * A wait strategy for `GenericContainer.withWaitStrategy`: the container is ready when it answers 220 and takes EHLO on
 * the port, which must be exposed. With `starttls` or `implicit-tls` when it does so within TLS. It waits 60 s at most, unless
 * `withStartupTimeout` says otherwise; then the start fails with a HarnessError, ETIMEOUT, or ESTART where the container ended.
 *
 * @example
 * new GenericContainer('mymail:ci').withExposedPorts(25).withWaitStrategy(smtpReady({ port: 25 }));
 */
export function smtpReady({ port = 25, security = 'plain' as Security } = {}) {
  return probingWait(port, async (service) => {
    await using session = await WireSession.open({
      ...service,
      title: `is port ${port} ready?`,
      security,
      clientName: 'ready.example',
      timeoutMs: 2_000,
    });
    return session.extensions ? undefined : `it answers: ${inWords(session.opened)}`;
  });
}
