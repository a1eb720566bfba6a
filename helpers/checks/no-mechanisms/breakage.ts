/** A way to lose all mechanisms, as shell commands in the container: how to break the server and how to mend it. */
export interface Breakage {
  readonly name: string;
  /** What is wrong, completing "the server whose …". */
  readonly words: string;
  readonly inject: string;
  readonly repair: string;
  /** Whether the first client is dropped after a second, or is kept waiting from the start. */
  readonly firstClient: 'dropped' | 'waits';
  /** Whether the how-to would have one try its own repair here. */
  readonly howtoRepairIsTried: boolean;
}

// What `yum remove cyrus-sasl-plain cyrus-sasl-md5 cyrus-sasl-scram` takes away, and what installing them brings back.
// Not every system has all of them: nullglob.
const removePlugIns = `shopt -s nullglob
mkdir -p /root/plug-ins
mv /usr/lib64/sasl2/lib{plain,login,crammd5,digestmd5,scram}.* /root/plug-ins/`;
const installPlugIns = 'mv /root/plug-ins/* /usr/lib64/sasl2/';

/** smtpd.conf as CentOS ships it. */
const shippedConf = `printf 'pwcheck_method: saslauthd\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf`;

/** The how-to's repair: a # before mech_list; its smtpd.conf has one before pwcheck_method too. */
export const howtoRepair = "sed -i 's/^[a-z]/#&/' /etc/sasl2/smtpd.conf";

/** CentOS as installed, with cyrus-sasl alone: mech_list names plug-ins that aren't there. */
export const plugInsMissing: Breakage = {
  name: 'plug-ins-missing',
  words: 'mech_list names plug-ins that are not installed',
  inject: `${removePlugIns}\n${shippedConf}`,
  repair: `${installPlugIns}\n${howtoRepair}`,
  firstClient: 'dropped',
  howtoRepairIsTried: true,
};

/** The same server after the how-to's repair: ANONYMOUS is all that is left, and noanonymous takes it away. */
export const onlyAnonymousLeft: Breakage = {
  name: 'only-anonymous-left',
  words: 'mech_list is commented out, as the how-to says, but no password plug-in is installed',
  inject: `${removePlugIns}\n${shippedConf}\n${howtoRepair}`,
  repair: installPlugIns,
  firstClient: 'dropped',
  howtoRepairIsTried: true,
};

/** All that is installed and named is filtered away by the security options. */
export const allFiltered: Breakage = {
  name: 'all-filtered',
  words: 'smtpd_sasl_security_options exclude every mechanism of mech_list',
  inject: `echo 'mech_list: plain login' >/etc/sasl2/smtpd.conf
postconf -e 'smtpd_sasl_security_options = noanonymous, noplaintext'`,
  repair: "postconf -e 'smtpd_sasl_security_options = noanonymous'",
  firstClient: 'dropped',
  howtoRepairIsTried: false,
};

/** smtpd.conf can't be read: smtpd dies before it accepts anybody. */
export const diesAtStart: Breakage = {
  name: 'dies-at-start',
  words: 'smtpd.conf has a line without a colon',
  inject: "echo 'mech_list plain login' >/etc/sasl2/smtpd.conf",
  repair: "echo 'mech_list: plain login' >/etc/sasl2/smtpd.conf",
  firstClient: 'waits',
  howtoRepairIsTried: false,
};
