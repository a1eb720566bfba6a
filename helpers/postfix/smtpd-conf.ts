/** The shell command that writes smtpd.conf as CentOS 7 ships it: passwords are saslauthd's business. */
export const writeShippedSmtpdConf = `printf 'pwcheck_method: saslauthd\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf`;
