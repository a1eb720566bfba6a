import { referenceHost } from '../targets/reference-servers';

/** Somebody who can log in. */
export interface MailUser {
  readonly name: string;
  readonly password: string;
}

/** Shell commands that set a parameter of main.cf. */
export function setting(name: string, value: string): string {
  return `postconf -e ${quoted(`${name}=${value}`)}`;
}

/** Shell commands that let a client's address relay. */
export function trust(address: string): string {
  return `postconf -e "mynetworks=$(postconf -h mynetworks), "${quoted(address)}`;
}

/** Shell commands that make a user of a reference server: in Dovecot's file, else in sasldb, and an account for mail. */
export function addUser({ name, password }: MailUser): string {
  const { domain } = referenceHost;
  return `if [ -e /etc/dovecot/users ]; then
  printf '%s\\n' ${quoted(`${name}@${domain}:{PLAIN}${password}`)} >>/etc/dovecot/users
else
  printf '%s\\n' ${quoted(password)} | saslpasswd2 -p -c -u ${domain} ${quoted(name)}
fi
id -u ${quoted(name)} >/dev/null 2>&1 || useradd --create-home --shell /bin/false ${quoted(name)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
