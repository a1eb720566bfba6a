import type { FailureMode } from '../../model/failure-mode';
import { anySocket, config, connect, dead, noFile, noGreeting, refused, stopsSmtpd } from './shared/socket';

export const mode: FailureMode = {
  id: 'dovecot/configuration-error',
  kind: 'fault',
  title: 'Dovecot, its auth process or one of its programs refuses its configuration for an error in it',
  cause:
    'Dovecot reads its whole configuration and refuses all of it for one error: a setting that it does not know, since it is misspelt or of another version (from 2.3 to 2.4 many were renamed, and dovecot_config_version must come first), a value or brace that is wrong, a file that is missing. At a start nobody then serves the socket that smtpd asks; at a reload the old configuration stays in force, and doveadm or dovecot-lda alone may fail.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:(?:doveconf|config|master): )?(?:Fatal|Error): (?:Failed to read config(?:uration)?: )*(?!.*(?:Couldn't open include file .*Permission denied|protocols: Unknown protocol|ssl_(?:server_)?(?:cert|key)(?:_file)?: Can't open file (?:.*(?:No such file|Permission denied)|[^:]*[>$…]$)|ssl_server_(?:cert|key)_file: open\(|ssl enabled, but ssl_))(?:Error (?:in configuration file |reading configuration: (?!.*(?:doesn't exist|Interrupted system call|[Tt]imed out|Connection refused|Resource temporarily)))|Invalid configuration in )/,
        specimen:
          'dovecot: doveconf: Fatal: Error in configuration file /etc/dovecot/dovecot.conf line 33: Unknown setting: ssl_min_protocl',
        strength: 'names',
        program: /^(?:dovecot|doveconf)$/,
      },
      {
        pattern:
          /auth: (?:Fatal|Error): (?:(?:sql|ldap)(?: \S+)?: )?(?:Error in configuration file |Can't open configuration file |driver not set in configuration file )/,
        specimen:
          'dovecot: auth: Fatal: ldap /etc/dovecot/dovecot-ldap.conf.ext: Error in configuration file /etc/dovecot/dovecot-ldap.conf.ext line 12: Invalid boolean',
        strength: 'names',
        alternative: true,
      },
      connect(anySocket, `${noFile}|${refused}`, `'private/auth' failed: ${refused}`, 'accompanies'),
      ...stopsSmtpd,
      {
        pattern:
          /^auth: Fatal: oauth2: Need at least |^(?:doveconf: )?Fatal: (?:dovecot_storage_version|dovecot_config_version) setting must be set|^submission: Fatal: No relay host configured/,
        specimen: 'dovecot: auth: Fatal: oauth2: Need at least one of oauth2_tokeninfo_url or oauth2_introspection_url',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /auth: Fatal: (?:LDAP \S+: (?:No uris or hosts set|Unknown (?:scope|deref|tls_require_cert)|tls(?:_\*)?\S* |uris set, but|Multiple different|sasl_bind=yes|ldap_init)|(?:sql|dict|LDAP): Configuration file path not given|sql: connect string not set|passdb (?:\S+): (?:Unknown (?:setting|parameter)|Missing (?:args|host)|Invalid )|oauth2: (?:Cannot have|Invalid value|Password grant)|Cannot initialize (?:oauth2|key dict)|Invalid openid_configuration_url|Last passdb can't have|ANONYMOUS listed in mechanisms)/,
        specimen: 'dovecot: auth: Fatal: LDAP /etc/dovecot/dovecot-ldap.conf.ext: No uris or hosts set',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /auth: Fatal: (?:Can't have multiple (?:!protocols|protocol !services)|Master passdb can't have (?:deny|result_success)|dict(?: \S+)?: (?:Empty uri|passdb_objects|userdb_objects)|pam: Unknown setting|(?:passdb|userdb) \S+: No args are supported|userdb passwd-file: Missing|auth_policy_request_attributes contains|.*Don't use both ldap_starttls|oauth2: local_validation_key_dict)/,
        specimen: "dovecot: auth: Fatal: Master passdb can't have deny=yes",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: noGreeting,
  },
  repair: {
    words: 'Correct the line that the message names until doveconf is content; then start Dovecot before Postfix.',
    commands: ['doveconf -n >/dev/null', 'systemctl restart dovecot', 'systemctl restart postfix'],
  },
  reproduction: {
    image: 'dovecot',
    inject: `echo 'ssl_min_protocl = TLSv1.2' >>${config}`,
    // Whoever connects makes smtpd say what is true as well: that nobody is at the socket.
    provoke: [],
    repair: `sed -i 's/^ssl_min_protocl/ssl_min_protocol/' ${config}
doveconf -n >/dev/null`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: dead,
  references: [
    'https://doc.dovecot.org/latest/installation/upgrade/2.3-to-2.4.html',
    'https://github.com/LukeSmithxyz/emailwiz/issues/129',
    'https://github.com/docker-mailserver/docker-mailserver/issues/4447',
  ],
};
