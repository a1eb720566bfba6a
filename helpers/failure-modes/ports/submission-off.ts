import type { FactSign, FailureMode } from '../../model/failure-mode';
import { alone } from '../shared/facts';
import { areAll, isForUsers } from '../shared/service-settings';
import { forUsers, masterManual } from './shared/master-cf';

const noSubmission: FactSign = {
  words: 'master.cf has no service for users: neither submission nor smtps, 587 nor 465',
  look: 'postconf -M | grep -E "^(submissions?|smtps|587|465)"',
  holds: ({ masterCf }) =>
    masterCf && areAll(masterCf)
      ? !masterCf.some((service) => service.type === 'inet' && isForUsers(service))
      : undefined,
};

export const mode: FailureMode = {
  id: 'ports/submission-off',
  kind: 'fault',
  title: 'master.cf has no service for users, so nothing listens on 587 and 465',
  cause:
    'The stock master.cf of CentOS and Debian has submission and smtps commented out. Mail programs of today try 587 ' +
    'and 465 first, and many networks let nobody out to port 25: for users the server is not there.',
  symptoms: {
    log: [],
    facts: [alone(noSubmission), forUsers],
    client: 'Connection refused on 587 and 465',
  },
  repair: {
    words: 'Take the # away, from the line and from the options under it that are wanted; then restart.',
    commands: ['vi /etc/postfix/master.cf', 'systemctl restart postfix', 'ss -ltn | grep :587'],
  },
  reproduction: {
    inject: `cp /etc/postfix/master.cf /root/master.cf
awk '/^[^ ]/ { off = /^(submission|smtps) / } { print (off ? "#" : "") $0 }' /root/master.cf >/etc/postfix/master.cf`,
    provoke: [],
    repair: `sed -i -E 's/^#((submission|smtps) |  -o)/\\1/' /etc/postfix/master.cf`,
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-587'],
  references: [masterManual, 'RFC 6409', 'https://github.com/docker-mailserver/docker-mailserver/issues/545'],
};
