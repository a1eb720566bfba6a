import { defaultOptions } from '../../settings/settings';
import type { Catalogue } from './catalogue';

/** What `--help` says. */
export function helpText({ images, suites }: Catalogue): string {
  return `\
Usage: npm run verify -- [options] [image]

Starts a mail server in a closed lab and proves over the wire that it relays for those who log in, and for nobody else.

What to ask:
  --image NAME       the server: ${images.map((name) => (name === defaultOptions.image ? `${name} (default)` : name)).join(', ')};
                     or any Docker image, local or to be pulled, such as mymail:7
  --profile FILE     what is known of an image: its start, its user, what it is meant to do (docs/profiles.md)
  --host HOST:PORT   a server that runs already: what can be asked from outside; nothing is sent past RCPT
    --user NAME      who can log in there; the password is taken from SMTP_AUTH_PASSWORD, or asked for
    --send           send messages too (to ...@example.com, or --to-domain; from ...@example.org, or --from-domain)
    --yes            you may try to relay there: don't ask
  --matrix           every reference server side by side, in one table: a row a check, a column a server
  --port LIST        its ports, such as 25,587,465 (default: all that it offers)
  --suite ID         only this suite; repeatable: ${suites.map(({ id }) => id).join(', ')}
  --check ID         only this check; repeatable
  --list             show suites and checks, and ask nothing

What to change before the server starts:
  --set NAME=VALUE   a setting of main.cf; repeatable
  --before COMMAND   a shell command in the server's container

What to show:
  --out DIR          where result.json and junit.xml go (default: reports/out); with --matrix a folder a server,
                     and matrix.json
  --verbose          what was seen for every check, not only where something is wrong
  --show-secrets     passwords in transcripts, instead of <secret>
  --help, --version

Exit status: 0 all that applies held; 1 something failed; 2 could not tell, nothing was asked, or wrong usage;
130 interrupted.

Examples:
  npm run verify
  npm run verify -- --image debian12 --suite open-relay
  npm run verify -- registry.example.test/mail:7 --profile mail.yaml
  npm run verify -- --host mail.example.test:587 --user alice
  npm run verify -- --matrix --suite authenticated-relay
  npm run verify -- --set smtpd_sasl_auth_enable=no
`;
}
