import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/forward-file-unusable',
  kind: 'fault',
  title: 'OpenSMTPD can not use a user’s .forward or a list of addresses',
  cause:
    'The file is empty, too large, has a line that is no address, leads on too far, or is not safe: it or its home may be written by others, is sticky, or is a link. Mail for the user waits or comes back.',
  symptoms: {
    log: [
      {
        pattern:
          /forward file (?:is empty|exceeds max size|expanded too many nodes)|parse error in forward file|parent_forward_open: |^warn: smtpd: \S+: (?:in|un)secure file|fdopen failure in forwards_get|failed to open include file/,
        specimen: 'smtpd[53]: info: parse error in forward file',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Correct the file, or take it away; it belongs to the user alone.',
    commands: ['ls -la ~alice/.forward; ls -ld ~alice', 'cat ~alice/.forward'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/forward.5'],
};
