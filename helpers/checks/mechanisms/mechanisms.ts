import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { byCertificate } from './by-certificate';
import { offeredMechanisms } from './offered-mechanisms';
import { withoutProof } from './without-proof';

/** Whatever mechanism is offered lets in who may, and nobody else. */
export const mechanisms: Suite = {
  id: 'mechanisms',
  title: 'Mechanisms',
  why: 'A client takes the strongest mechanism that is offered: one that is offered and does not work locks its user out.',
  checks: [...offeredMechanisms(), ...byCertificate(), ...withoutProof(), ...checksBeside(__dirname)],
};
