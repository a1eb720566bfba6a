/** What `smtp-auth-harness --help` says. */
export const mainHelp = `\
Usage: npx smtp-auth-harness COMMAND [options]

Proves, over the wire, that a mail server image relays mail for those who log in and for nobody else, and explains why
when it doesn't.

Commands:
  verify       start an image in a closed lab, ask it what its suites ask, write a report
  diagnose     say what is wrong with a server by its log and configuration
  reproduce    list the known failure modes, or see one happen in a container and mend it

  --help, --version; COMMAND --help explains each

verify and reproduce need Docker; as root they start or install it where no engine answers.
`;
