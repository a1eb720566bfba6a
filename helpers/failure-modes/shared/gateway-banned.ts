import type { LogSign } from '../../model/failure-mode';

/** A watch bans one of these addresses. */
export const banned = (gateway: string) =>
  new RegExp(
    '(?:NOTICE +\\[(?:postfix|dovecot|exim|sasl|sendmail|courier|mail|smtp|submission|haraka)[^\\]]*\\] (?:Restore )?Ban |CRIT: Banning )' +
      `(?:${gateway})(?:/\\d+)?(?:\\s|$)`,
  );

/** The router of a house, with everybody behind it or by itself, or a machine of a VPN. */
export const perhapsGatewayBanned: LogSign = {
  pattern: banned('(?:10\\.\\d+|192\\.168)\\.\\d+\\.1'),
  specimen: '2024-11-29 10:00:00,123 fail2ban.actions        [12]: NOTICE  [dovecot] Ban 192.168.178.1',
  strength: 'suggests',
  alternative: true,
};
