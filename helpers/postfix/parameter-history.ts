/** What became of a name over the versions of Postfix. */
export interface NameHistory {
  /** The first version that knows it. */
  readonly since?: string;
  /** From this version on it is obsolete. */
  readonly obsolete?: string;
  /** From this version on it is gone. */
  readonly removed?: string;
  /** What to write instead, or what the name needs. */
  readonly advice: string;
}

/** Parameters of smtpd, SASL and TLS that one version has and another hasn't. */
export const parameterHistory: Readonly<Record<string, NameHistory>> = {
  smtpd_use_tls: { obsolete: '2.3', advice: 'smtpd_tls_security_level = may; removal was announced with Postfix 3.9' },
  smtpd_enforce_tls: { obsolete: '2.3', advice: 'smtpd_tls_security_level = encrypt' },
  smtp_use_tls: { obsolete: '2.3', advice: 'smtp_tls_security_level = may' },
  smtp_enforce_tls: { obsolete: '2.3', advice: 'smtp_tls_security_level = encrypt' },
  smtp_tls_per_site: { obsolete: '2.3', advice: 'smtp_tls_policy_maps' },
  lmtp_use_tls: { obsolete: '2.3', advice: 'lmtp_tls_security_level = may' },
  tlsproxy_use_tls: { obsolete: '3.9', advice: 'tlsproxy_tls_security_level' },
  tlsproxy_enforce_tls: { obsolete: '3.9', advice: 'tlsproxy_tls_security_level' },
  postscreen_use_tls: { obsolete: '3.9', advice: 'postscreen_tls_security_level' },
  postscreen_enforce_tls: { obsolete: '3.9', advice: 'postscreen_tls_security_level' },
  smtpd_tls_dh1024_param_file: { obsolete: '3.9', advice: 'leave it empty: Postfix has good parameters built in' },
  smtpd_tls_dh512_param_file: { obsolete: '3.9', advice: 'leave it empty: export ciphers are gone' },
  smtpd_tls_eecdh_grade: { obsolete: '3.9', advice: 'leave it at its default, auto; see tls_eecdh_auto_curves' },
  smtpd_sasl_application_name: { since: '2.1', removed: '2.3', advice: 'smtpd_sasl_path (2.3 and later)' },
  virtual_maps: { obsolete: '2.0', advice: 'virtual_alias_maps' },
  authorized_verp_clients: { obsolete: '2.1', advice: 'smtpd_authorized_verp_clients' },
  postscreen_blacklist_action: { obsolete: '3.6', advice: 'postscreen_denylist_action' },
  postscreen_whitelist_interfaces: { obsolete: '3.6', advice: 'postscreen_allowlist_interfaces' },
  disable_dns_lookups: { obsolete: '3.9', advice: 'smtp_dns_support_level = disabled' },
  smtpd_sasl_type: { since: '2.3', advice: 'older versions know Cyrus SASL only' },
  smtpd_sasl_path: { since: '2.3', advice: 'smtpd_sasl_application_name' },
  smtpd_tls_security_level: { since: '2.3', advice: 'smtpd_use_tls = yes' },
  smtpd_relay_restrictions: {
    since: '2.10',
    advice: 'put reject_unauth_destination into smtpd_recipient_restrictions',
  },
  compatibility_level: { since: '3.0', advice: 'older versions have one set of defaults' },
  smtpd_client_auth_rate_limit: { since: '3.1', advice: 'older versions have no limit for logins' },
  maillog_file: { since: '3.4', advice: 'older versions log by syslog only' },
  smtpd_tls_chain_files: { since: '3.4', advice: 'smtpd_tls_cert_file and smtpd_tls_key_file' },
  smtpd_sasl_response_limit: { since: '3.4', advice: 'older versions take responses of up to 512 bytes or so' },
  smtpd_sasl_mechanism_filter: { since: '3.6', advice: 'mech_list in smtpd.conf, or the mechanisms of Dovecot' },
  smtpd_forbid_unauth_pipelining: { since: '3.5.20', advice: 'reject_unauth_pipelining among the restrictions' },
  smtpd_forbid_bare_newline: { since: '3.5.23', advice: 'smtpd_data_restrictions = reject_unauth_pipelining' },
  smtpd_hide_client_session: { since: '3.10', advice: 'header_checks that take the header line out' },
};

/** Restrictions that were renamed or dropped. */
export const restrictionHistory: Readonly<Record<string, NameHistory>> = {
  check_relay_domains: { obsolete: '2.2', removed: '2.3', advice: 'permit_mynetworks, reject_unauth_destination' },
  permit_naked_ip_address: { obsolete: '2.0', advice: 'permit_mynetworks or permit_sasl_authenticated' },
  reject_maps_rbl: { obsolete: '2.1', advice: 'reject_rbl_client with the name of a list' },
  check_recipient_maps: { obsolete: '2.2', advice: 'reject_unlisted_recipient' },
  reject_unknown_client: { obsolete: '2.3', advice: 'reject_unknown_client_hostname' },
  reject_unknown_hostname: { obsolete: '2.3', advice: 'reject_unknown_helo_hostname' },
  reject_invalid_hostname: { obsolete: '2.3', advice: 'reject_invalid_helo_hostname' },
  reject_non_fqdn_hostname: { obsolete: '2.3', advice: 'reject_non_fqdn_helo_hostname' },
};
