import type { Security } from '../../../helpers/model/vantage';
import { CertificateAuthority } from '../../../helpers/world/certificate-authority';
import { connect } from './open-session';
import { RealServer } from './real-server';
import { send } from './send';

const authority = new CertificateAuthority();
const shown = authority.forServer('mail.example.test');
const credentials = { user: 'alice', password: 'Passw0rd!' };

const trusts = [
  ['its authority', { root: authority.root, name: 'mail.example.test' }, undefined],
  ['another authority', { root: new CertificateAuthority().root, name: 'mail.example.test' }, /issuer certificate/],
  ['its authority, and wants another name', { root: authority.root, name: 'other.example.test' }, /does not match/],
  ['nobody who vouches for it, and takes anybody', 'anybody', undefined],
] as const;

describe.each<Exclude<Security, 'plain'>>(['starttls', 'implicit-tls'])('over %s', (security) => {
  test.each(trusts)('the wire client knows %s', async (_words, trust, refused) => {
    await using server = await RealServer.start({ ...shown, secure: security === 'implicit-tls' });
    await using session = await connect(server, { security, trust });

    if (refused) expect(session.opened).toMatchObject({ how: 'tls-failure', detail: expect.stringMatching(refused) });
    else expect(session.tls).toMatch(/^TLSv1/);
    const notes = session.transcript.entries.map(({ text }) => text);
    expect(notes.includes('the certificate is verified')).toBe(trust !== 'anybody' && !refused);
  });

  test.each(trusts)('Nodemailer knows %s, and shows no password before that', async (_words, trust, refused) => {
    await using server = await RealServer.start({ ...shown, secure: security === 'implicit-tls' });

    const { outcome } = await send(server, { security, credentials, trust });

    expect(outcome.kind).toBe(refused ? 'refused' : 'sent');
    if (refused) expect(outcome).toMatchObject({ message: expect.stringMatching(refused) });
    expect(server.taken).toHaveLength(refused ? 0 : 1);
  });
});
