import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import type { Check } from '../check';
import { control, expectThat } from '../shared/findings';
import { anyOf, needsPostfixLog } from '../shared/obstacles';
import { handOver } from './hand-over';
import { needsSmarthost, smarthostOf } from './needs-smarthost';

/** That nobody on the way, and nobody who reads the log, learns the password for the smarthost. */
export function credentialsKept(): readonly Check[] {
  return [
    {
      id: 'smarthost/login-under-tls',
      title: 'logs in at the smarthost under TLS alone, though AUTH is announced before STARTTLS too',
      level: 'must',
      reference: 'RFC 4954 section 9; RFC 8314 section 3; Postfix smtp_tls_security_level',
      notApplicable: needsSmarthost,
      ask: logsInUnderTls,
    },
    {
      id: 'smarthost/password-not-logged',
      title: 'does not log the password for the smarthost',
      level: 'must',
      reference: 'Postfix DEBUG_README, debug_peer_list',
      notApplicable: anyOf(needsSmarthost, needsPostfixLog),
      ask: doesNotLogPassword,
    },
  ];
}

async function logsInUnderTls(probe: Probe): Promise<readonly Finding[]> {
  const { answer, taken } = await handOver(probe, probe.foreignRecipient);
  await probe.relayed(answer);
  const { logins } = probe.target.sink;
  const inTheClear = logins.filter(({ tls }) => tls === undefined).map(({ mechanism }) => `AUTH ${mechanism}`);
  return [
    taken,
    control(expectThat(logins.length > 0, 'a login at the smarthost', 'none')),
    expectThat(inTheClear.length === 0, 'no AUTH in the clear', inTheClear.join(', ')),
  ];
}

async function doesNotLogPassword(probe: Probe): Promise<readonly Finding[]> {
  const { taken } = await handOver(probe, probe.foreignRecipient);
  const { user, password, host } = smarthostOf(probe);
  // The last that is logged of the dialogue.
  const delivered = (lines: readonly string[]) => lines.some((line) => line.includes(`relay=${host}`));
  const ours = await probe.logged(delivered);
  const spellings = [password, ...[`\0${user}\0${password}`, password].map(inBase64)];
  // Of the start too: many entry scripts show their settings.
  const log = probe.target.log.linesSince(0);
  const telling = log.filter((line) => spellings.some((spelling) => line.includes(spelling)));
  return [
    taken,
    control(expectThat(delivered(ours), `the log: relay=${host}`, 'no such line')),
    // Not the lines: reports show no password.
    expectThat(telling.length === 0, 'no line with the password, in the clear or in base64', `${telling.length} lines`),
  ];
}

// Without the end, which depends on what follows.
function inBase64(text: string): string {
  return Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1);
}
