import type { FailureMode } from '../../model/failure-mode';
import { anotherStepReply, authManual, cutPlain, failedWith, says } from './shared/failed-logins';

const cutOther = failedWith('(?!PLAIN )\\S+', 'another step is needed in authentication');

export const mode: FailureMode = {
  id: 'client/base64-incomplete',
  kind: 'client',
  title: 'a client sends credentials that are cut off or not base64 at all',
  cause:
    'What the client sent is not a whole number of base64 quadruples. In a session by hand somebody typed the name ' +
    'as it is; a program left the padding out or cut the text.',
  symptoms: { log: [cutOther, cutPlain], facts: [], client: anotherStepReply },
  repair: {
    words: 'Encode name and password; the server needs nothing.',
    commands: ['printf %s alice | base64'],
  },
  reproduction: { inject: '', provoke: says('AUTH LOGIN', 'alice', 'AUTH PLAIN YWxpY2'), repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: [authManual, 'https://github.com/catatnight/docker-postfix/issues/31'],
};
