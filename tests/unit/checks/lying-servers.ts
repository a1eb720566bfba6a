import { runCheck } from '../../../helpers/checks/run-check';
import { suites } from '../../../helpers/checks/suites';
import type { CheckResult } from '../../../helpers/model/result';
import { atMost } from '../../../helpers/running/at-most';
import { addressClients } from '../../../helpers/targets/address-clients';
import { clientsOf, profileFacts } from '../../../helpers/targets/profile-facts';
import { referenceFacts } from '../../../helpers/targets/reference-facts';
import type { Target, TargetFacts, TargetLog } from '../../../helpers/targets/target';
import { type Move, type Script, ScriptedServer } from '../smtp/scripted-server';
import { startFakeTarget } from '../targets/fake-target';

const ehlo = [
  '250-mail.example.test',
  '250-STARTTLS',
  '250-AUTH PLAIN LOGIN CRAM-MD5 DIGEST-MD5',
  '250 AUTH=PLAIN LOGIN CRAM-MD5 DIGEST-MD5',
];

const hangsUp: Move = (socket) => socket.end();
const says = (move: Move, replies: Script['replies'] = {}): Script => ({
  startTls: true,
  replies: { EHLO: ehlo, DATA: move, OTHER: move, ...replies },
});

/** The same reply to everything, the connection included. */
export const saysAlways = (line: string): Script => ({
  greeting: [line],
  replies: { EHLO: [line], DATA: [line], QUIT: [line], OTHER: [line] },
});

/** A greeting and an EHLO as they should be, and after them the same to everything. */
export const saysAfterEhlo = (line: string): Script => says([line]);

/** The same to everything that decides over mail and logins, while all else goes well. */
export const saysToRecipients = (line: string): Script =>
  says(['250 2.0.0 Ok'], { AUTH: [line], RCPT: [line], DATA: [line] });

/** Hangs up at the connection, or where it has to say something after EHLO. */
export const hangsUpAtOnce: Script = { greeting: hangsUp };
export const hangsUpAfterEhlo: Script = says(hangsUp);

/** What the server is known as: the how-to's, one with a profile, and one of which nobody has said anything. */
export const knownAs: Readonly<Record<'howto' | 'profile' | 'nothing', TargetFacts>> = {
  howto: { ...referenceFacts('smarthost'), log: 'postfix' },
  profile: ofProfile({
    user: { name: 'alice', password: 'correct-horse-alice' },
    offers: { authBeforeTls: false, mechanisms: ['PLAIN', 'LOGIN'], trusted: ['192.0.2.0/24'], smarthost: undefined },
    localDomains: ['example.test'],
    relayDomains: ['lists.example.test'],
    localRecipient: 'alice@example.test',
  }),
  nothing: ofProfile({
    user: undefined,
    offers: { authBeforeTls: undefined, mechanisms: undefined, trusted: undefined, smarthost: undefined },
    localDomains: [],
    relayDomains: [],
    localRecipient: undefined,
  }),
};

/** Asks such a server everything; undefined: nobody listens. Its container answers to nothing, and its log says nothing. */
export async function askEverything(script: Script | undefined, facts: TargetFacts): Promise<readonly CheckResult[]> {
  await using plain = script && (await ScriptedServer.start(script));
  await using tls = script && (await ScriptedServer.start({ ...script, tls: {} }));
  await using fake = await startFakeTarget({ facts });
  const target: Target = {
    ...fake,
    log: silentLog,
    clientAddress: (_vantage, port) => ({ host: '127.0.0.1', port: (port === 465 ? tls : plain)?.port ?? 1 }),
    run: () => Promise.reject(new Error('the container does not answer')),
    summary: () => Promise.reject(new Error('the container does not answer')),
    variant: async () => ({ ...target, [Symbol.asyncDispose]: async () => {} }),
  };
  const checks = suites.flatMap((suite) => suite.checks);
  return await atMost(100, checks, (check) => runCheck(check, target));
}

const silentLog: TargetLog = { ended: true, position: 0, linesSince: () => [], when: async () => undefined };

type Known = Parameters<typeof profileFacts>[0];

function ofProfile(known: Omit<Known, 'name' | 'hostname' | 'ports'>): TargetFacts {
  const services = [
    { port: 25, role: 'smtp' },
    { port: 587, role: 'submission' },
  ] as const;
  const offered = {
    greeting: '',
    starttls: true,
    heloAlone: false,
    mechanismsInClear: [],
    mechanismsInTls: ['PLAIN', 'LOGIN'],
  };
  const bridge = { gateway: '172.17.0.1', subnet: '172.17.0.0/16' };
  return profileFacts(
    { name: 'mail', hostname: 'mail.example.test', ports: services, ...known },
    services.map((service) => ({ service, ...offered })),
    { log: 'other', vantagePoints: [...clientsOf(known), ...addressClients(bridge)], ipv6Ports: [25] },
  );
}
