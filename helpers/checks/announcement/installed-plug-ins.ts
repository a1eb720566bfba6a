import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import type { Variant } from '../../targets/target';
import type { Check } from '../check';
import { control, expectThat } from '../shared/findings';
import { mustBeOurs, mustHaveCyrusSasl } from '../shared/obstacles';

/** What is installed, and that EHLO offers just that: the packages that the how-to names and those that it forgets. */
export function installedPlugIns(): readonly Check[] {
  return [
    {
      id: 'announcement/versions',
      title: 'tells the versions of its Postfix and its Cyrus SASL',
      level: 'must',
      reference: 'Postfix mail_version; saslauthd -v',
      rows: [1],
      notApplicable: mustBeOurs,
      ask: tellsVersions,
    },
    {
      id: 'announcement/plug-ins',
      title: 'offers the mechanisms whose plug-ins are installed, and no others, when mech_list is commented out',
      level: 'must',
      reference: 'Cyrus SASL mech_list',
      rows: [2, 14],
      notApplicable: mustHaveCyrusSasl,
      ask: offersPlugIns,
    },
    {
      id: 'announcement/mech-list',
      title: 'offers just what mech_list names: plain login',
      level: 'must',
      reference: 'Cyrus SASL mech_list',
      rows: [14],
      notApplicable: mustHaveCyrusSasl,
      ask: offersMechList,
    },
  ];
}

async function tellsVersions({ target }: Probe): Promise<readonly Finding[]> {
  const { versions } = await target.summary();
  return ['postfix', 'cyrus-sasl'].map((name) => {
    const version = versions[name] ?? '';
    return expectThat(/^\d+(\.\d+)+/.test(version), `a version of ${name}`, version || 'none');
  });
}

async function offersPlugIns(probe: Probe): Promise<readonly Finding[]> {
  const listing = await probe.target.run('ls /usr/lib64/sasl2/');
  const files = listing.split('\n');
  const expected = plugIns
    .filter(({ file }) => files.includes(`lib${file}.so`))
    .flatMap(({ mechanisms }) => mechanisms);
  const offered = await offeredOn587(probe);
  const unexpected = offered.filter((name) => !expected.some((one) => one.test(name)));
  const lacking = expected.filter((one) => !offered.some((name) => one.test(name)));
  return [
    control(expectThat(expected.length > 0, 'plug-ins in /usr/lib64/sasl2', listing)),
    expectThat(lacking.length === 0, `mechanisms of the plug-ins: ${expected.join(' ')}`, offered.join(' ')),
    expectThat(unexpected.length === 0, 'no others', unexpected.join(' ')),
  ];
}

const plugIns = [
  { file: 'plain', mechanisms: [/^PLAIN$/] },
  { file: 'login', mechanisms: [/^LOGIN$/] },
  { file: 'crammd5', mechanisms: [/^CRAM-MD5$/] },
  { file: 'digestmd5', mechanisms: [/^DIGEST-MD5$/] },
  { file: 'scram', mechanisms: [/^SCRAM-SHA-/] },
] as const;

const plainLogin: Variant = { name: 'plain-login', before: "echo 'mech_list: plain login' >/etc/sasl2/smtpd.conf" };

async function offersMechList(probe: Probe): Promise<readonly Finding[]> {
  const offered = await offeredOn587(await probe.on(plainLogin));
  return [expectThat([...offered].sort().join(' ') === 'LOGIN PLAIN', 'LOGIN PLAIN', offered.join(' ') || 'none')];
}

async function offeredOn587(probe: Probe): Promise<readonly string[]> {
  const { extensions } = await probe.open({ port: 587, security: 'plain' });
  return extensions?.authMechanisms ?? [];
}
