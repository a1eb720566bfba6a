import type { LogSign } from '../../../model/failure-mode';

const toProvidersUser = String.raw`: 535 Incorrect authentication data \(set_id=[^)]*@(?:gmail|googlemail|outlook|hotmail|yahoo|icloud)\.com\)`;
const ownMachine = String.raw`\[(?:127\.[\d.]+|::1|::ffff:127\.[\d.]+)\]`;

/** A program on Exim's own machine logs in with the user of a large provider: its connection was led here. */
export const providersUserAtHome: LogSign = {
  pattern: new RegExp(`authenticator failed for .*${ownMachine}(?::\\d+)?${toProvidersUser}`),
  specimen:
    '2022-09-03 09:30:00 dovecot_login authenticator failed for localhost (www.example.test) [127.0.0.1]:49212: 535 Incorrect authentication data (set_id=alice@gmail.com)',
  strength: 'names',
  alternative: true,
};

/** From elsewhere: a bot that guesses, or a machine whose connections are redirected, which may be this one by its own address. */
export const providersUserFromOutside: LogSign = {
  pattern: new RegExp(`authenticator failed for (?!.*${ownMachine}).*${toProvidersUser}`),
  specimen:
    '2022-09-03 09:30:00 dovecot_login authenticator failed for (www.example.test) [203.0.113.5]:49212: 535 Incorrect authentication data (set_id=alice@gmail.com)',
  strength: 'suggests',
  alternative: true,
};
