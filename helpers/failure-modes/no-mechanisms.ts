import type { FailureMode } from '../model/failure-mode';
import { mailOfUser } from './client-steps';
import {
  all,
  droppedWithoutGreeting,
  hasPlugIn,
  internalError,
  mechList,
  mechListFact,
  not,
  nothingInstalled,
  passwordPlugIns,
  plugInOf,
  plugInPresent,
  plugInsAbsent,
} from './sasl-mechanisms';
import { alone, died, throttled } from './signs';

const saslReadme = 'https://www.postfix.org/SASL_README.html';
const noticedBy = ['no-mechanisms/usable-on-587'] as const;
const emptyList = [nothingInstalled, internalError, died, throttled] as const;

/** `fatal: no SASL authentication mechanisms` because SASL's own list is empty, and what else keeps mechanisms out of it. */
export const noMechanisms: readonly FailureMode[] = [
  {
    id: 'no-mechanisms/plug-ins-missing',
    kind: 'fault',
    title: 'mech_list names mechanisms whose plug-ins are not installed',
    cause:
      'Cyrus SASL finds no plug-in for any name in mech_list, so its list of mechanisms is empty, and smtpd ends before ' +
      'it greets anybody. On CentOS 7 `cyrus-sasl` alone brings saslauthd but no mechanism: PLAIN and LOGIN are in ' +
      '`cyrus-sasl-plain`, CRAM-MD5 and DIGEST-MD5 in `cyrus-sasl-md5`; on Debian they are in `libsasl2-modules`.',
    symptoms: {
      log: emptyList,
      facts: [
        {
          words: 'mech_list has names of mechanisms, and none of their plug-ins is there',
          look: 'grep ^mech_list /etc/sasl2/smtpd.conf; ls /usr/lib64/sasl2',
          holds: (facts) => {
            const named = mechList(facts)?.flatMap((word) => plugInOf(word) ?? []);
            if (!named) return undefined;
            if (named.length === 0) return false;
            return all(named.map((plugIn) => (plugIn === 'built in' ? false : not(hasPlugIn(facts, plugIn)))));
          },
        },
        plugInPresent(['anonymous', 'sasldb', ...passwordPlugIns], 'there are other plug-ins'),
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Install the plug-ins and restart Postfix: a reload does not lift the throttling.',
      commands: [
        'yum install cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `mkdir -p /root/plug-ins
mv /usr/lib64/sasl2/lib{plain,login,crammd5,digestmd5}.* /root/plug-ins/
printf 'pwcheck_method: auxprop\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf`,
      provoke: [mailOfUser],
      repair: 'mv /root/plug-ins/* /usr/lib64/sasl2/ && rmdir /root/plug-ins',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [
      'https://github.com/shamil/docker-postfix-relay/issues/2',
      'https://github.com/bokysan/docker-postfix/issues/12',
      saslReadme,
    ],
  },
  {
    id: 'no-mechanisms/mech-list-misspelt',
    kind: 'fault',
    title: 'mech_list has only names that no mechanism has',
    cause:
      'Names in mech_list that match no plug-in are passed over without a word. When none is left, as after `plian` or ' +
      '`plaintext`, SASL has nothing to offer and smtpd ends. The log is the same as with missing plug-ins: only a ' +
      'comparison of mech_list with the plug-in files tells. One right name is enough to hide the wrong ones.',
    symptoms: {
      log: emptyList,
      facts: [
        mechListFact('mech_list is set, and no word of it is a mechanism', (list) => {
          return list.length > 0 && list.every((word) => plugInOf(word) === undefined && !/[,;]/.test(word));
        }),
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Write the names as `saslpluginviewer -s` prints them, in any letter case, and restart Postfix.',
      commands: [
        "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: "printf 'pwcheck_method: auxprop\\nmech_list: plian lgoin\\n' >/etc/sasl2/smtpd.conf",
      provoke: [mailOfUser],
      repair: "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf",
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'no-mechanisms/mech-list-with-commas',
    kind: 'fault',
    title: 'mech_list is one long word, its names joined by commas',
    cause:
      'main.cf takes commas between the words of a list, smtpd.conf does not: it separates by white space only. ' +
      '`plain,login` is therefore the name of one mechanism, which does not exist, and the list of mechanisms is empty. ' +
      'Semicolons do the same harm.',
    symptoms: {
      log: emptyList,
      facts: [
        mechListFact('mech_list has commas or semicolons, and no word of it is a mechanism', (list) => {
          return list.some((word) => /[,;]/.test(word)) && list.every((word) => plugInOf(word) === undefined);
        }),
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Put blanks between the names and restart Postfix.',
      commands: [
        "sed -i '/^mech_list:/s/[,;]/ /g' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: "printf 'pwcheck_method: auxprop\\nmech_list: plain,login\\n' >/etc/sasl2/smtpd.conf",
      provoke: [mailOfUser],
      repair: "sed -i '/^mech_list:/s/[,;]/ /g' /etc/sasl2/smtpd.conf",
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'no-mechanisms/comma-hides-mechanism',
    kind: 'fault',
    title: 'a comma in mech_list hides one of its mechanisms',
    cause:
      'smtpd.conf separates names by white space only, so `plain, login` asks for a mechanism `plain,` that does not ' +
      'exist, and for `login`. The server starts and looks well, and clients that use LOGIN get in; those that know ' +
      'PLAIN alone do not.',
    symptoms: {
      log: [
        {
          pattern: /^warning: SASL authentication failure: Couldn't find mech \S+$/,
          specimen: "postfix/submission/smtpd[157]: warning: SASL authentication failure: Couldn't find mech PLAIN",
          strength: 'accompanies',
        },
      ],
      facts: [
        alone(
          mechListFact('mech_list has a name with a comma or semicolon beside good ones', (list) => {
            return list.some((word) => /[,;]/.test(word)) && list.some((word) => plugInOf(word) !== undefined);
          }),
        ),
      ],
      client:
        'AUTH lacks a mechanism that mech_list has; `535 5.7.8 Error: authentication failed: no mechanism available`.',
    },
    repair: {
      words: 'Put blanks between the names and restart Postfix.',
      commands: [
        "sed -i '/^mech_list:/s/[,;]/ /g' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: "printf 'pwcheck_method: auxprop\\nmech_list: plain, login\\n' >/etc/sasl2/smtpd.conf",
      provoke: [],
      repair: "sed -i '/^mech_list:/s/[,;]/ /g' /etc/sasl2/smtpd.conf",
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [saslReadme],
  },
  {
    id: 'no-mechanisms/plug-in-folder-empty',
    kind: 'fault',
    title: 'the folder of the SASL plug-ins is empty',
    cause:
      'Not even the plug-ins of the SASL library itself are there. In containers the folder is often hidden by a volume ' +
      'mounted over it, or was left behind by a build that copied the programs and not the plug-ins, which are loaded ' +
      'at run time and not seen by ldd. Whether the log says `no mechanism available` or `no applicable SASL ' +
      'mechanisms` depends only on whether mech_list is set.',
    symptoms: {
      log: [
        {
          ...nothingInstalled,
          pattern:
            /^warning: xsasl_cyrus_server_get_mechanism_list: no (?:mechanism available|applicable SASL mechanisms)$/,
        },
        internalError,
        died,
        throttled,
      ],
      facts: [
        plugInsAbsent(['anonymous', 'sasldb', ...passwordPlugIns], 'no plug-in is there'),
        {
          words: 'the folder itself is there',
          look: 'ls -ld /usr/lib64/sasl2   # Debian: /usr/lib/x86_64-linux-gnu/sasl2',
          holds: ({ files }) => {
            if ([...files.keys()].some((path) => /^\/usr\/lib\/[\w-]+\/sasl2\//.test(path))) return true;
            const fact = files.get('/usr/lib64/sasl2');
            return fact && fact.kind === 'directory';
          },
        },
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Install the packages again, or take away what is mounted over the folder; then restart Postfix.',
      commands: [
        'yum reinstall cyrus-sasl-lib cyrus-sasl-plain   # Debian: apt-get install --reinstall libsasl2-modules libsasl2-modules-db',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: 'mkdir -p /root/plug-ins && mv /usr/lib64/sasl2/* /root/plug-ins/',
      provoke: [mailOfUser],
      repair: 'mv /root/plug-ins/* /usr/lib64/sasl2/ && rmdir /root/plug-ins',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: ['https://github.com/EasyEngine/dockerfiles/issues/106', saslReadme],
  },
  {
    id: 'no-mechanisms/plug-in-folder-missing',
    kind: 'fault',
    title: 'the folder of the SASL plug-ins does not exist',
    cause:
      'libsasl2 looks for plug-ins in a folder that was fixed when it was built, and there is none: a library from ' +
      'another distribution or of another architecture (/usr/lib for /usr/lib64), or SASL_PATH set to a wrong place. ' +
      'The one line that says so has the priority debug of the facility auth, which most syslog configurations drop.',
    symptoms: {
      log: [
        {
          pattern: /^looking for plugins in '[^']+', failed to open directory, error: /,
          specimen:
            "postfix/smtpd[18102]: looking for plugins in '/usr/lib64/sasl2', failed to open directory, error: No such file or directory",
          strength: 'names',
          program: /^postfix/,
        },
        died,
        throttled,
      ],
      facts: [],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Install the packages of the plug-ins for the architecture of Postfix, and restart it.',
      commands: [
        'yum install cyrus-sasl-lib cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules libsasl2-modules-db',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: 'mv "$(readlink -f /usr/lib64/sasl2)" /root/plug-ins',
      provoke: [mailOfUser],
      repair: 'mv /root/plug-ins "$(readlink /usr/lib64/sasl2 || echo /usr/lib64/sasl2)"',
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'no-mechanisms/plug-in-broken',
    kind: 'fault',
    title: 'the SASL plug-ins are there and can not be loaded',
    cause:
      'The plug-in files are damaged, empty, of another architecture or of a library that is missing, so the loader ' +
      'refuses them and the mechanisms are not there. SASL says which file and why, but to the facility auth: look in ' +
      '/var/log/messages (Debian: /var/log/auth.log), not in the mail log.',
    symptoms: {
      log: [
        {
          pattern: /^unable to dlopen \S+\/lib(?:plain|login|crammd5|digestmd5|scram)\.so\S*: /,
          specimen:
            'postfix/smtpd[18405]: unable to dlopen /usr/lib64/sasl2/libplain.so: /usr/lib64/sasl2/libplain.so: file too short',
          strength: 'names',
          program: /^postfix/,
        },
        internalError,
        died,
        throttled,
      ],
      facts: [],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Install the package of the plug-ins again, and restart Postfix.',
      commands: [
        'yum reinstall cyrus-sasl-plain   # Debian: apt-get install --reinstall libsasl2-modules',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `mkdir -p /root/plug-ins && cp -a /usr/lib64/sasl2/* /root/plug-ins/
truncate -s 0 /usr/lib64/sasl2/lib{plain,login,crammd5,digestmd5,scram}.so`,
      provoke: [mailOfUser],
      repair: 'cp -a /root/plug-ins/* /usr/lib64/sasl2/ && rm -r /root/plug-ins',
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'no-mechanisms/gssapi-alone',
    kind: 'fault',
    title: 'GSSAPI is the only mechanism: those who have a password can not use it',
    cause:
      'mech_list is not set, and of the plug-ins that take part in a login only that of Kerberos is installed. smtpd ' +
      "lives, so the how-to's repair, to comment mech_list out, seems to have helped; but AUTH offers GSSAPI, and no " +
      'client with a password can log in.',
    symptoms: {
      log: [],
      facts: [
        alone(mechListFact('mech_list is not set', (list) => list.length === 0)),
        plugInsAbsent(passwordPlugIns, 'none of the plug-ins for passwords is there'),
        plugInPresent(['gssapiv2'], 'the plug-in of GSSAPI is there'),
      ],
      client: '`250-AUTH GSSAPI` and no other mechanism.',
    },
    repair: {
      words: 'Install the plug-ins for passwords, and restart Postfix.',
      commands: [
        'yum install cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules',
        'systemctl restart postfix',
      ],
    },
    unreproduced: 'The package of the GSSAPI plug-in is in none of our images.',
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
];
