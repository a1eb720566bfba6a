import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/package-not-configured',
  kind: 'fault',
  follows: true,
  title: 'the package of a mail program is not installed to its end',
  cause:
    'The script that the package runs at its end failed: postfix’s reads main.cf and runs newaliases, dovecot’s and others start the service. A mistake in the configuration, a host name that is none, a port that another program holds or a full disk ends it, and dpkg tries again with every later installation. The lines before it say which.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:^|dpkg: )(?:error processing package (?:postfix|dovecot-|exim4|opensmtpd|sendmail|courier-|opendkim|opendmarc|rspamd|amavisd?|clamav-|spamassassin|sasl2-bin|postgrey|postsrsd|mailman)|dependency problems prevent configuration of (?:postfix|dovecot-|exim4|opensmtpd|sendmail|courier-))|installed (?:postfix|dovecot-|exim4|opensmtpd|sendmail|courier-|opendkim|opendmarc|rspamd|amavisd?|clamav-|spamassassin|sasl2-bin)\S* package post-installation script subprocess returned error/,
        specimen: 'dpkg[9]: error processing package postfix (--configure):',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused; or a server with the settings of before.',
  },
  repair: {
    words: 'Mend what the line before says, then let dpkg go on.',
    commands: ['journalctl -xe | tail -40', 'postfix check; hostname -f', 'dpkg --configure -a'],
  },
  unreproduced: 'Its lines are those of dpkg; the images of the tests are installed.',
  versions: {},
  noticedBy: [],
  references: ['https://manpages.debian.org/bookworm/dpkg/dpkg.1.en.html'],
};
