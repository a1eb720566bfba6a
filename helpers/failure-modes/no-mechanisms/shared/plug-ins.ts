// What `yum remove cyrus-sasl-plain cyrus-sasl-md5 cyrus-sasl-scram` takes away; not every system has all of them.
/** Takes the plug-ins away with which a password can be given. */
export const takePlugInsAway = `mkdir -p /root/plug-ins
for name in plain login crammd5 digestmd5 scram; do
  if [ -e /usr/lib64/sasl2/lib$name.so ]; then mv /usr/lib64/sasl2/lib$name.* /root/plug-ins/; fi
done`;

/** Puts plug-ins back that were taken away. */
export const putPlugInsBack = 'mv /root/plug-ins/* /usr/lib64/sasl2/ && rmdir /root/plug-ins';
