import { readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { logOfLines } from '../../../helpers/diagnosis/log/log-source';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { captureNames, logOf } from './capture';

const version = '2.10.1';

describe(`what Postfix ${version} logged`, () => {
  test.each([
    ['A4', 'tls/certificate-missing'],
    ['A5', 'tls/key-mismatch'],
    ['B3', 'passwords/wrong-response'],
    ['B4', 'passwords/wrong-response'],
    ['B6', 'client/plain-malformed'],
    ['B6', 'client/acts-as-another'],
    ['B6', 'client/aborted'],
    ['B7', 'limits/too-many-errors'],
    ['D12', 'no-mechanisms/plug-in-folder-missing'],
    ['D13', 'no-mechanisms/plug-in-broken'],
    ['D19', 'no-mechanisms/unknown-security-option'],
    ['D7', 'no-mechanisms/smtpd-conf-syntax'],
    ['D7b', 'no-mechanisms/smtpd-conf-syntax'],
    ['D7c', 'no-mechanisms/smtpd-conf-syntax'],
    ['D7d', 'no-mechanisms/smtpd-conf-syntax'],
    ['D8b', 'no-mechanisms/unknown-sasl-type'],
    ['G2', 'saslauthd/stale-socket'],
    ['G2', 'saslauthd/wrong-password'],
    ['G3', 'sasldb/unknown-verifier'],
    ['H1', 'dns/list-can-not-be-asked'],
    ['H2', 'dns/list-can-not-be-asked'],
    ['H4b', 'dns/ahbl-is-closed'],
    ['H6', 'dns/sender-domain-takes-no-mail'],
    ['H8', 'dns/ordb-is-closed'],
    ['H8', 'dns/spamcop-without-bl'],
    ['H8', 'dns/list-refuses-open-resolver'],
    ['K1', 'permissions/continuation-flush-left'],
    ['K5', 'permissions/full-width-space-in-main-cf'],
  ])('%s is %s, by the log alone', async (name, id) => {
    expect((await ofCapture(name)).named).toContain(id);
  });

  test('H5 is dns/name-does-not-point-back of a public address: a private one has its name of /etc/hosts', async () => {
    const id = 'dns/name-does-not-point-back';
    const lines = logOf(version, 'H5');
    const fromOutside = lines.map((line) => line.replaceAll('172.31.77.20', '198.51.100.20'));

    expect(await harmlessIn(lines)).not.toContain(id);
    expect(await harmlessIn(fromOutside)).toContain(id);
  });

  test.each([
    ['B1', 'passwords/wrong'],
    ['C1', 'relay-refused/login-not-permitted'],
    ['D1', 'no-mechanisms/plug-ins-missing'],
    ['D2', 'no-mechanisms/only-anonymous-left'],
    ['D3', 'no-mechanisms/noplaintext-before-tls'],
    ['D3d', 'no-mechanisms/noplaintext-in-tls'],
    ['D4', 'no-mechanisms/mutual-auth'],
    ['D8', 'dovecot/not-running'],
    ['D10', 'no-mechanisms/mech-list-with-commas'],
    ['D11', 'sasldb/plug-in-missing'],
    ['D14', 'no-mechanisms/mech-list-external-only'],
    ['E1', 'sasldb/closed-to-postfix'],
    ['E2', 'sasldb/missing'],
    ['F1', 'passwords/local-domain-differs'],
    ['G1', 'saslauthd/not-running'],
    ['H4', 'dns/lists-before-login'],
    ['H6', 'dns/sender-domain-not-found'],
    ['K2', 'relay-refused/no-refusal-in-lists'],
  ])('%s may be %s', async (name, id) => {
    const { named, possible } = await ofCapture(name);

    expect([...named, ...possible]).toContain(id);
  });

  test.each([
    ['D1', 'mech_list: plain login', 'no-mechanisms/plug-ins-missing'],
    ['D10', 'mech_list: plain,login', 'no-mechanisms/mech-list-with-commas'],
    ['G1', 'pwcheck_method: saslauthd', 'saslauthd/not-running'],
  ])('%s on a server with `%s` and without the plug-in of PLAIN is %s, and nothing else', async (name, option, id) => {
    const facts = `##== file /etc/sasl2/smtpd.conf
${option}
##== stat
absent|/usr/lib64/sasl2/libplain.so
absent|/usr/lib64/sasl2/liblogin.so
755 root root 20000 regular file|/usr/lib64/sasl2/libanonymous.so
##== processes
master
smtpd
`;

    expect((await ofCapture(name, facts)).named).toEqual([id]);
  });

  test.each(['A1', 'A2', 'A3', 'A6', 'C2', 'C3', 'D2b', 'D5', 'D6', 'D9', 'D15', 'D18', 'H3', 'K3', 'L1', 'L2'])(
    'in %s nothing is wrong',
    async (name) => {
      expect(await ofCapture(name)).toEqual({ named: [], possible: [] });
    },
  );

  test('nothing in all of it is called Dovecot’s fault, but where Dovecot was to be asked', async () => {
    const others = captureNames(version).filter((name) => name !== 'D8');

    const found = await Promise.all(others.map((name) => ofCapture(name)));

    expect(
      found.flatMap(({ named, possible }) => [...named, ...possible]).filter((id) => id.startsWith('dovecot/')),
    ).toEqual([]);
  });
});

async function harmlessIn(log: readonly string[]) {
  const { facts } = readConfiguration([], () => undefined);
  const { harmless } = await diagnose(catalogue, { logs: [logOfLines('the log', log)], facts });
  return harmless.map(({ mode }) => mode.id);
}

async function ofCapture(name: string, dump = '', log = logOf(version, name)) {
  const { facts } = readConfiguration(dump ? [{ kind: 'facts', file: 'facts', text: dump }] : [], () => undefined);
  const { findings } = await diagnose(catalogue, { logs: [logOfLines(name, log)], facts });
  const ids = (possible: boolean) =>
    findings.flatMap(({ mode, confidence }) => ((confidence === 'possible') === possible ? mode.id : []));
  return { named: ids(false), possible: ids(true) };
}
