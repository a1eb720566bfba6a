import type { Probe } from '../../sessions/probe';
import type { Variant } from '../../targets/target';

/** Domains of every class beside the how-to's own; the users behind them are the system's. */
export const allClasses: Variant = {
  name: 'all-classes',
  before: `printf 'alice@alias.example alice\\n' >/etc/postfix/aliases.map
printf 'alice@mailbox.example alice/\\n' >/etc/postfix/mailboxes.map
mkdir -p /var/mail/virtual && chown postfix /var/mail/virtual
postmap hash:/etc/postfix/aliases.map hash:/etc/postfix/mailboxes.map
uid=$(id -u postfix) gid=$(id -g postfix)
postconf -e 'relay_domains = relay.example' 'virtual_alias_domains = alias.example' \\
  'virtual_alias_maps = hash:/etc/postfix/aliases.map' 'virtual_mailbox_domains = mailbox.example' \\
  'virtual_mailbox_maps = hash:/etc/postfix/mailboxes.map' 'virtual_mailbox_base = /var/mail/virtual' \\
  'virtual_minimum_uid = 1' "virtual_uid_maps = static:$uid" "virtual_gid_maps = static:$gid"`,
  zones: ['relay.example', 'notrelay.example'].map((suffix) => ({
    suffix,
    kind: 'everything' as const,
    address: '203.0.113.40',
  })),
};

/** A class of domains: where mail to it goes, and an address in it. */
export interface DomainClass {
  readonly name: string;
  readonly words: string;
  /** Whether it goes on to another server, the sink, or stays here. */
  readonly relayed: boolean;
  readonly recipient: (probe: Probe) => string;
}

/** Every class that reject_unauth_destination lets through. */
export function classes(): readonly DomainClass[] {
  return [
    {
      name: 'local',
      words: 'a domain of $mydestination',
      relayed: false,
      recipient: ({ facts }) => facts.localRecipient,
    },
    {
      name: 'hostname',
      words: 'its own name, $myhostname',
      relayed: false,
      recipient: ({ facts }) => `${facts.user.user}@${facts.hostname}`,
    },
    {
      name: 'address-literal',
      words: 'an address of $inet_interfaces',
      relayed: false,
      recipient: ({ facts, target }) => `${facts.user.user}@[${target.address}]`,
    },
    { name: 'virtual-alias', words: 'a virtual alias domain', relayed: false, recipient: () => 'alice@alias.example' },
    {
      name: 'virtual-mailbox',
      words: 'a virtual mailbox domain',
      relayed: false,
      recipient: () => 'alice@mailbox.example',
    },
    {
      name: 'relay-domain',
      words: 'a domain of $relay_domains',
      relayed: true,
      recipient: ({ token }) => `${token}@relay.example`,
    },
    {
      name: 'relay-sub-domain',
      words: 'a sub-domain of one of $relay_domains',
      relayed: true,
      recipient: ({ token }) => `${token}@sub.relay.example`,
    },
  ];
}

/** Names that look as if they belonged to one of the classes. */
export function neighbours(): readonly DomainClass[] {
  return [
    {
      name: 'suffix-of-relay-domain',
      words: 'a domain that merely ends like one of $relay_domains',
      relayed: true,
      recipient: ({ token }) => `${token}@notrelay.example`,
    },
    {
      name: 'sub-of-alias-domain',
      words: 'a sub-domain of a virtual alias domain',
      relayed: true,
      recipient: ({ token }) => `${token}@sub.alias.example`,
    },
    {
      name: 'other-address-literal',
      words: "another host's address",
      relayed: true,
      recipient: ({ token }) => `${token}@[203.0.113.41]`,
    },
  ];
}
