import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { credentialsKept } from './credentials-kept';
import { mechanismsOffered } from './mechanisms-offered';
import { outages } from './outages';
import { ways } from './ways';

/** A server whose mail leaves by a smarthost: it logs in there, keeps its credentials to itself, and loses no mail. */
export const smarthost: Suite = {
  id: 'smarthost',
  title: 'Smarthost',
  why: "Mail that leaves by another way than the smarthost is refused as spam; mail that can't leave must wait and not be lost.",
  checks: [...ways(), ...mechanismsOffered(), ...credentialsKept(), ...outages(), ...checksBeside(__dirname)],
};
