import { type Topic, topic } from './topic';

/** Logins, and who may relay. */
export const logins: readonly Topic[] = [
  topic(
    /(?:auth|login|password|credential|user ?name).*(?:empty|not set|blank|null|nil|missing|none|undefined)|(?:missing|empty|no|without) .*(?:credential|password|user ?name)|no secret/i,
    `
    client/credentials-missing client/empty-user relay-client/no-user-in-password-table
    relay-client/password-maps-not-set relay-client/password-under-another-name opensmtpd/credentials-missing
    client/login-refused sasldb/no-users sasldb/missing exim/passwords-unreadable dovecot/no-passdb`,
  ),
  topic(
    /no (?:supported|suitable|compatible|matching|common|acceptable|usable|worthy|known|available)? ?(?:SASL |SMTP )?(?:auth\w* )?mech|mechanism.*(?:not (?:supported|available|offered|recogni[sz]ed|enabled|allowed)|unsupported|unknown|unrecogni[sz]ed|invalid|unavailable|disabled|weak)|(?:unsupported|unknown|unrecogni[sz]ed|invalid) .*(?:mechanism|auth\w* (?:type|method|scheme))|auth\w* (?:type|method|scheme).*(?:not|un)/i,
    `
    client/no-mechanism-in-common client/mechanism-misnamed mechanisms/not-offered client/finds-no-auth
    relay-client/plug-ins-missing relay-client/mechanism-filter relay-client/plaintext-forbidden
    no-mechanisms/plug-ins-missing dovecot/mechanism-not-offered dovecot/unknown-mechanism
    opensmtpd/mechanism-not-supported exim/smarthost-offers-no-login opensmtpd/smarthost-offers-no-login
    sendmail/no-mechanisms sendmail/client-plug-ins-missing haraka/next-server-offers-no-login
    courier/auth-not-offered haraka/auth-not-offered`,
  ),
  topic(
    /(?:does ?n[o'’]t|did ?n[o'’]t|not|no) (?:\w+ )?(?:support|offer|advertis|allow|enabled?)\w* ?(?:SMTP )?auth|auth\w* (?:extension|command|is|are|was)? ?(?:not (?:supported|available|advertised|offered|enabled|implemented|allowed|permitted)|unsupported|disabled|unavailable|unknown)|AUTH.*(?:unrecogni[sz]ed|not recogni[sz]ed|unimplemented|not implemented)|50[0-4].*\bauth/i,
    `
    client/finds-no-auth client/starttls-demanded client/no-mechanism-in-common auth-not-offered/switched-off
    auth-not-offered/only-in-tls exim/auth-not-advertised exim/smarthost-offers-no-login
    opensmtpd/smarthost-offers-no-login courier/auth-not-offered haraka/auth-not-offered sendmail/no-mechanisms`,
  ),
  topic(
    /app(?:lication)?[- ]specific|application password|app password|oauth|xoauth|access token|bearer|basic auth\w* is disabled|web browser|less secure|authorization code|授权码/i,
    `
    relay-client/application-password-wanted relay-client/basic-authentication-disabled relay-client/token-not-taken
    relay-client/token-not-renewed relay-client/unsuccessful-at-microsoft client/login-refused dovecot/token-refused
    relay-client/token-file-unreadable mechanisms/oauth-asked-for`,
  ),
  topic(
    /(?:auth\w*|log ?in|login|smtp auth) (?:is )?(?:required|needed|first|before|mandatory)|must (?:be )?(?:authenticat|log ?in|sign)|(?:wants?|needs?|demands?|expects?) (?:a |an |you to )?(?:log ?in|auth)|require[sd]? (?:smtp )?auth|(?:not|un) ?(?:authenticated|logged in)|authenticate before|530[ :,).-]|please (?:log ?in|authenticat)/i,
    `
    client/sends-without-login client/starttls-demanded client/credentials-without-auth relay-client/login-not-enabled
    relay-client/password-under-another-name exim/smarthost-wants-login opensmtpd/login-demanded haraka/login-demanded
    haraka/next-server-wants-login courier/login-demanded courier/smarthost-wants-login sendmail/smarthost-wants-login
    relay-refused/not-logged-in`,
  ),
  topic(
    /relay(?:ing)?\b(?!=).*(?:den|not|refus|reject|prohibit|disallow|forbid|disabled|failed|unable)|(?:not|no|cannot|unable|refus\w*|reject\w*|do ?n[o'’]t|prohibit\w*|den(?:y|ied)).*\brelay(?!=)|rcpthosts|mail for .* not accepted|not.*local (?:domain|host)/i,
    `
    client/sends-without-login client/credentials-without-auth relay-refused/not-logged-in
    relay-refused/login-not-permitted relay-refused/own-domain-not-local relay-client/login-not-enabled
    relay-client/address-not-registered dns/mx-leads-elsewhere exim/relay-not-permitted exim/smarthost-wants-login
    opensmtpd/relay-refused haraka/relay-refused courier/relaying-denied sendmail/relaying-denied
    sendmail/smarthost-wants-login relay-refused/private-client-outside-mynetworks`,
  ),
  topic(
    /(?<![\w=.:/-])53[3-9](?=[ ,)\]:'"-]|$)|auth\w*(?: \w+){0,2} ?(?:[:=] ?)?(?:fail|unsuccess|reject|refus|invalid|denied|incorrect|not accept|error|unable)|(?:fail|unable|could ?n[o'’]t|can ?n[o'’]t|not|error|unsuccess|reject|refus|den(?:y|ied)|bad|wrong|invalid|incorrect|unknown|mismatch)\w*.*(?:auth|log ?in\b|log ?on|password|credential|user ?name|account)|(?:login|logon|password|credentials?|user ?name|account|user).*(?:fail|denied|invalid|incorrect|wrong|not accept|mismatch|rejected|refused|disabled|locked|unknown|does ?n[o'’]t exist|not found|bad)/i,
    `
    client/login-refused relay-client/wrong-password passwords/wrong dovecot/wrong-password dovecot/unknown-user
    dovecot/database-fails saslauthd/back-end-refuses saslauthd/pam-refuses saslauthd/ldap-refuses sasldb/missing
    sasldb/no-users exim/wrong-password exim/smarthost-refuses-login opensmtpd/wrong-password
    opensmtpd/smarthost-refuses-login courier/wrong-password haraka/wrong-password sendmail/wrong-password
    relay-client/application-password-wanted dovecot/hash-of-another-scheme haraka/auth-server-unreachable
    exim/lookup-fails courier/database-fails services/database-refuses client/guessing services/database-query-fails`,
  ),
];
