import type { Security } from '../../model/vantage';

/** The ways in which a client can reach AUTH: before and after STARTTLS on 25 and 587, and 465 with TLS at once. */
export const authRoutes = [
  { port: 25, security: 'plain', name: '25-before-tls', words: 'on 25 before STARTTLS' },
  { port: 25, security: 'starttls', name: '25-after-starttls', words: 'on 25 after STARTTLS' },
  { port: 587, security: 'plain', name: '587-before-tls', words: 'on 587 before STARTTLS' },
  { port: 587, security: 'starttls', name: '587-after-starttls', words: 'on 587 after STARTTLS' },
  { port: 465, security: 'implicit-tls', name: '465', words: 'on 465' },
] as const satisfies readonly AuthRoute[];

/** One way to AUTH, with the words for it. */
export interface AuthRoute {
  readonly port: number;
  readonly security: Security;
  readonly name: string;
  readonly words: string;
}
