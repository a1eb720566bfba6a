import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/master-login-not-set-up',
  kind: 'client',
  title: 'a client logs in as one user for another, and Dovecot does not let it',
  cause:
    'A name with auth_master_user_separator in it (alice*admin) or an authorization name of its own asks to act for somebody else. That is only for users of a passdb with master = yes, and here there is none, or not for this user; with GSSAPI the principal must be allowed for the name. A client that fills the authorization name with something else does it without meaning to.',
  symptoms: {
    log: [
      {
        pattern:
          /Attempted master login with no master passdbs|[Mm]aster user login attempted|master login not allowed|Login attempted? as another user|User not authorized to log in as/,
        specimen:
          'dovecot: auth: plain(admin,203.0.113.7): Attempted master login with no master passdbs (trying to log in as user: alice)',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words: 'Leave the authorization name empty in the client, or set up master users.',
    commands: ['doveconf -n auth_master_user_separator passdb'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/master_users/', 'RFC 4616'],
};
