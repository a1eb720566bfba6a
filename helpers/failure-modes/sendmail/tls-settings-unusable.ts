import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/tls-settings-unusable',
  kind: 'fault',
  title: 'a TLS setting of Sendmail can not be used',
  cause:
    'CipherList, CipherSuites, an engine or a table of per-host options names what its OpenSSL does not know, or a file of authorities, of revoked certificates or of DH parameters is not there or can’t be read.',
  symptoms: {
    log: [
      {
        pattern:
          /SSL_(?:CTX_)?set_cipher(?:_list|suites)\(.*\) failed|cannot read (?:or set )?DH parameters\(|illegal value '.*' for DHParameters|EC_KEY_new_by_curve_name\(.*\)=failed|CertFingerprintAlgorithm=.*status=invalid|engine=\S+, (?:\w+=failed|SO_PATH=.*status=failed|status=engines_not_support)|TLS_set_engine=failed|get_tls_se_features=failed|error: DH(?:Param|parameters)/,
        specimen: 'sm-mta[2571]: STARTTLS=server, error: SSL_set_cipher_list(HIHG) failed',
        strength: 'names',
      },
      {
        pattern:
          /STARTTLS=\w+(?::|, error:) load verify loc|STARTTLS=\w+: \d+:error:[0-9A-F]+:x509 certificate routines:X509_load_cert_crl_file|STARTTLS: CRLFile missing|error: (?:PEM_read_bio_X509_CRL|BIO_read_filename|X509_LOOKUP_add_dir)\(.*=failed/,
        specimen: 'sm-mta[9]: STARTTLS=client, error: load verify locs /etc/ssl/certs, ca.pem failed: 0',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '454 4.3.3 TLS not available',
  },
  repair: {
    words: 'Correct the setting and make sendmail.cf anew.',
    commands: [
      'openssl ciphers "HIGH:!aNULL"',
      'grep -nE "Cipher|SSLEngine|CACert|CRLFile|DHParam" /etc/mail/sendmail.cf',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
