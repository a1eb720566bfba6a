import { createTransport } from 'nodemailer';

/** A piece of an application: sends a mail by the server of its configuration, such as `process.env.SMTP_URL`. */
export async function confirmOrder(smtpUrl: string, order: { readonly number: number; readonly email: string }) {
  // requireTLS: never in the clear. A mail server of one's own network mostly has a self-signed certificate.
  const mailer = createTransport({ url: smtpUrl, requireTLS: true, tls: { rejectUnauthorized: false } });
  try {
    await mailer.sendMail({
      from: 'Shop <shop@outside.example>',
      to: order.email,
      subject: `Your order ${order.number}`,
      text: 'Thank you. It is on its way.',
    });
  } finally {
    mailer.close();
  }
}
