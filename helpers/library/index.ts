// The public surface of the package, and the project's one barrel.
export { HarnessError } from '../errors';
export type { Answer, Closed, Garbage, Reply, Silence } from '../model/answer';
export type { Evidence } from '../model/evidence';
export type { RelayedMessage } from '../model/relayed-message';
export type { Transcript, TranscriptEntry } from '../model/transcript';
export type { Security } from '../model/vantage';
export type { DnsQuery, Zone, ZoneRecord } from '../model/zone';
export type { WireSession } from '../smtp/wire-session';
export { MailServerContainer } from './mail-server-container';
export { type MailMatchers, mailMatchers } from './matchers';
export type { MailToSend, SentMail } from './send-mail';
export { smtpReady } from './smtp-ready';
export { type ClientConnection, StartedMailServer } from './started-mail-server';
export type { MailUser } from './wishes';
