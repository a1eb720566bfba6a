import { readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import type { ServerFacts } from '../../../helpers/model/failure-mode';

describe('postconf -n that was pasted without its end', () => {
  // As far as m: what begins with smtpd_ would come.
  const begun = [
    'address_verify_sender = <>',
    'alias_database = hash:/etc/aliases',
    'alias_maps = hash:/etc/aliases',
    'broken_sasl_auth_clients = yes',
    'command_directory = /usr/local/sbin',
    'config_directory = /usr/local/etc/postfix',
    'daemon_directory = /usr/local/libexec/postfix',
    'data_directory = /var/db/postfix',
    'disable_vrfy_command = yes',
    'mail_owner = postfix',
    'message_size_limit = 107374182',
  ];
  const ids = async (settings: readonly string[]) =>
    (await diagnose(catalogue, { logs: [], facts: factsOf(settings) })).findings.map(({ mode: { id } }) => id);

  test('leaves open what comes behind', async () => {
    expect(await ids(begun)).not.toContain('auth-not-offered/switched-off');
  });

  test('and with its end it tells', async () => {
    expect(await ids([...begun, 'smtpd_banner = mail', 'unknown_local_recipient_reject_code = 550'])).toContain(
      'auth-not-offered/switched-off',
    );
  });
});

function factsOf(settings: readonly string[]): ServerFacts {
  return readConfiguration([{ kind: 'main.cf', file: 'main.cf', text: settings.join('\n') }], () => undefined).facts;
}
