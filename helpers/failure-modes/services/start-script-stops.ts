import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/start-script-stops',
  kind: 'fault',
  follows: true,
  title: 'an image’s own start script stops before the server is started',
  cause:
    'The script that makes the configuration of environment variables ends with an error: a variable that it needs is not set, a file that one names is not there, or a value is not what it expects. The line before says which.',
  symptoms: {
    log: [
      {
        // run-parts of busybox and of Debian; s6-overlay 2 and 3; bash and dash.
        pattern:
          /^(?:.*run-parts: )?\/\S*(?:entrypoint|init|start|setup)\S*: exit status [1-9]$|run-parts: \/(?!etc\/(?:cron|init\.d|network|kernel))\S*(?:entrypoint|init|start|setup)\S* exited with return code [1-9]|\[cont-init\.d\] \S+: exited [1-9]|cont-init: info: \/\S+ exited [1-9]|s6-rc: warning: unable to start service \S+: command exited [1-9]|(?:entrypoint|start|run|init)[\w.-]*(?:\.sh)?: (?:line )?\d+: \w+: (?:unbound variable|parameter (?:null or )?not set)/,
        specimen: 'run-parts: /docker-entrypoint.d/21postfix: exit status 1',
        strength: 'names',
      },
      {
        // docker-mailserver; docker-postfix; postfix-relay; mailcow.
        pattern:
          /start-mailserver\.sh: (?:Shutting down|Setting hostname\/domainname is required)|(?:ERROR|FATAL) (?:You need to specify |Both RELAYHOST_PASSWORD|Unknown DKIM_BACKEND)|^(?:SMTP_SERVER|SERVER_HOSTNAME) is not set$|SMTP_USERNAME is set but SMTP_PASSWORD is not set|refusing to relay without it\.|A daemon exited on its own, stopping the relay/,
        specimen: '2024-11-29 10:00:00+00:00 ERROR start-mailserver.sh: Setting hostname/domainname is required',
        strength: 'names',
        alternative: true,
      },
      {
        // mailcow, at each start too until the database is up.
        pattern: /Waiting for database to come up/,
        specimen: 'Waiting for database to come up...',
        strength: 'suggests',
        alternative: true,
      },
      {
        // supervisord.
        pattern: /exited: postfix \(exit status [1-9]\d*; not expected\)/,
        specimen: '2026-05-25 12:42:17,785 INFO exited: postfix (exit status 1; not expected)',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /^fatal: Postfix integrity check failed!$/,
        specimen: 'postfix/postfix-script[1358]: fatal: Postfix integrity check failed!',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Set what the line before asks for, as the image’s manual has it, and start the container anew.',
    commands: [
      'docker compose config | grep -A 30 environment',
      'docker run --rm --entrypoint sh mail-image -c "ls /docker-entrypoint.d /etc/cont-init.d"',
    ],
  },
  unreproduced: 'Its lines are those of images’ start scripts; reproduce breaks a server that was started.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/Turgon37/docker-smtp-relay/issues/21'],
};
