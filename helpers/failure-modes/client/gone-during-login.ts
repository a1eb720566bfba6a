import type { FailureMode } from '../../model/failure-mode';
import { endedAfterAuth } from '../shared/log-signs';
import { says } from './shared/failed-logins';

export const mode: FailureMode = {
  id: 'client/gone-during-login',
  kind: 'noise',
  title: 'a client leaves while or after it logs in',
  cause:
    'The connection ended without QUIT after an AUTH command. Bots do so after every guess, and some programs after a refusal, or when the answer takes too long. By itself it says nothing about the server: an earlier line of the same session may.',
  symptoms: {
    log: [endedAfterAuth('lost connection')],
    facts: [],
    client: 'Nothing: it is gone.',
  },
  repair: { words: 'Nothing. Where it is a client of one’s own, look at the line before.', commands: [] },
  reproduction: { inject: '', provoke: says('AUTH LOGIN'), repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: ['https://github.com/docker-mailserver/docker-mailserver/issues/47'],
};
