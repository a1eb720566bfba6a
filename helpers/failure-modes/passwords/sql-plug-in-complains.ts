import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'passwords/sql-plug-in-complains',
  kind: 'noise',
  title: 'the SQL plug-in of SASL is installed and not configured',
  cause:
    'SASL loads every plug-in that is installed, and that of SQL complains that it has no query. Nobody asks it as long as auxprop_plugin does not name it; the reason of a failed login is in another line. Where auxprop_plugin is sql, it matters: sql_select is missing, or the smtpd.conf that is read is another one.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:(?:warning: SASL authentication (?:problem|failure): )?sql_select option missing|unable to dlopen \S+\/lib(?:sql|ldapdb|gssapiv2|gs2|ntlm|otp|srp)\.so\S*: .*|auxpropfunc error no mechanism available|_sasl_plugin_load failed on sasl_auxprop_plug_init for plugin: (?:sql|ldapdb)|_sasl_plugin_load failed on sasl_canonuser_init for plugin: ldapdb|ldapdb_canonuser_plug_init\(\) failed in sasl_canonuser_add_plugin\(\): invalid parameter supplied|auxpropfunc error invalid parameter supplied)$/,
        specimen: 'postfix/smtpd[13526]: sql_select option missing',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words:
      'Leave it, or remove the plug-in; where it is meant to be asked, give it sql_select in the file that Postfix reads.',
    commands: [
      'grep -E "^(auxprop_plugin|sql_select)" /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf',
      'postconf cyrus_sasl_config_path',
      'apt-get remove libsasl2-modules-sql   # CentOS: yum remove cyrus-sasl-sql',
    ],
  },
  unreproduced: 'The package of the SQL plug-in is in none of our images.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html#auxprop_sql'],
};
