import { suites } from '../../../../helpers/checks/suites';
import { referenceFacts } from '../../../../helpers/targets/reference-facts';

const checks = suites.flatMap((suite) => suite.checks);
const appliesTo = (name: string) =>
  new Set(checks.filter(({ notApplicable }) => !notApplicable?.(referenceFacts(name))).map(({ id }) => id));

test('what is about Cyrus SASL is asked of a server whose logins it checks, and of no other', () => {
  const [cyrus, dovecot] = [appliesTo('debian12'), appliesTo('dovecot')];
  const ofCyrus = ['realms/listed', 'password-stores/sasldb-unreadable-reply', 'announcement/plug-ins'];

  expect(ofCyrus.map((id) => cyrus.has(id))).toEqual([true, true, true]);
  expect(ofCyrus.map((id) => dovecot.has(id))).toEqual([false, false, false]);
});

test('a server whose logins Dovecot checks is asked all that is not about Cyrus SASL or its mechanisms', () => {
  const [cyrus, dovecot] = [appliesTo('debian12'), appliesTo('dovecot')];

  const less = [...cyrus].filter((id) => !dovecot.has(id));

  expect([...dovecot].filter((id) => !cyrus.has(id))).toEqual([]);
  expect(less.filter((id) => !/^(?:realms|password-stores|no-mechanisms)\/|cram-|digest-md5|scram/.test(id))).toEqual([
    'announcement/plug-ins',
    'announcement/mech-list',
  ]);
});
