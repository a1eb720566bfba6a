import { announcement } from './announcement/announcement';
import { anonymousDenial } from './anonymous-denial/anonymous-denial';
import { authenticatedRelay } from './authenticated-relay/authenticated-relay';
import type { Suite } from './check';
import { destinations } from './destinations/destinations';
import { dns } from './dns/dns';
import { mechanisms } from './mechanisms/mechanisms';
import { noMechanisms } from './no-mechanisms/no-mechanisms';
import { openRelay } from './open-relay/open-relay';
import { passwordStores } from './password-stores/password-stores';
import { realms } from './realms/realms';
import { rfc } from './rfc/rfc';
import { smarthost } from './smarthost/smarthost';
import { versions } from './versions/versions';

/** All suites, in the order in which they are reported. */
export const suites: readonly Suite[] = [
  authenticatedRelay,
  openRelay,
  anonymousDenial,
  mechanisms,
  announcement,
  realms,
  passwordStores,
  destinations,
  dns,
  noMechanisms,
  versions,
  rfc,
  smarthost,
].map((suite) => ({ ...suite, checks: suite.checks.map((check) => ({ why: suite.why, ...check })) }));
