import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute, serviceRoute } from '../../sessions/route';
import { external } from '../../smtp/sasl/external';
import { mechanismFor } from '../../smtp/sasl/mechanism-for';
import type { TargetFacts } from '../../targets/target';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectRefusal, expectReply } from '../shared/findings';
import { needsMechanism } from '../shared/obstacles';
import { expectNoRelay } from '../shared/relay-attempt';

/** Logins that prove nothing: without the certificate that is the proof, or with the proof of an earlier session. */
export function withoutProof(): readonly Check[] {
  return [
    {
      id: 'mechanisms/external-without-certificate',
      title: 'lets nobody in by EXTERNAL who shows no certificate, nor relays for them',
      level: 'must',
      reference: 'RFC 4422 appendix A.2; RFC 4954 section 4',
      rows: [5],
      ask: withoutCertificate,
    },
    ...['CRAM-MD5', 'DIGEST-MD5'].map(
      (mechanism): Check => ({
        id: `mechanisms/${mechanism.toLowerCase()}-replayed`,
        title: `refuses an answer of ${mechanism} that was given in an earlier session`,
        level: 'must',
        reference: mechanism === 'CRAM-MD5' ? 'RFC 2195 section 2' : 'RFC 2831 section 2.2',
        rows: [2],
        notApplicable: needsMechanism(mechanism),
        ask: (probe) => replay(probe, mechanism),
      }),
    ),
    {
      id: 'mechanisms/scram-replayed',
      title: 'refuses an answer of SCRAM that was given in an earlier session',
      level: 'must',
      reference: 'RFC 5802 section 5.1',
      rows: [2],
      notApplicable: needsMechanism('PLAIN'),
      ask: async (probe) => {
        const { extensions } = await probe.open(loginRoute(probe.facts));
        const mechanism = extensions?.authMechanisms.find((name) => /^SCRAM-SHA-\d+$/.test(name));
        if (mechanism === undefined) throw new NotApplicable('it does not offer SCRAM');
        return replay(probe, mechanism);
      },
    },
  ];
}

async function withoutCertificate(probe: Probe): Promise<readonly Finding[]> {
  const { facts } = probe;
  const session = await probe.open(facts.logins.length > 0 ? loginRoute(facts) : inTls(facts));
  const asNobody = await session.authenticate(external());
  const asUser = await session.authenticate(external(facts.user.user));
  return [
    expectRefusal('AUTH EXTERNAL =', asNobody),
    expectRefusal(`AUTH EXTERNAL as ${facts.user.user}`, asUser),
    ...(await expectNoRelay(probe, session)),
  ];
}

function inTls(facts: TargetFacts) {
  const route = serviceRoute(facts);
  return facts.starttls.includes(route.port) ? ({ ...route, security: 'starttls' } as const) : route;
}

/** Logs in while noting each answer, then gives the same answers to a new session's challenges. */
async function replay(probe: Probe, name: string): Promise<readonly Finding[]> {
  const { user, replies } = probe.facts;
  const route = loginRoute(probe.facts, {
    mechanism: needsMechanism(name)(probe.facts) === undefined ? name : 'PLAIN',
  });
  const mechanism = mechanismFor(name, user);
  if (!mechanism) throw new TypeError(`this client knows no mechanism ${name}`);
  const said: Buffer[] = [];
  const respond = (challenge: Buffer) => {
    const response = mechanism.respond(challenge);
    said.push(response);
    return response;
  };
  const first = await (await probe.open(route)).authenticate({ ...mechanism, respond });
  const again = [...said];
  const session = await probe.open(route);
  const second = await session.authenticate({ ...mechanism, respond: () => again.shift() ?? Buffer.alloc(0) });
  return [
    control(expectReply(`AUTH ${name}`, first, ...replies.loginAccepted)),
    expectRefusal(`AUTH ${name} with the answers of the first session`, second),
  ];
}
