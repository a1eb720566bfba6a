/**
 * Copies files of /etc into the chroot that is the queue's folder, as Debian's unit does when it starts the service, and what
 * the C library loads to read them and to ask DNS: before glibc 2.34 these are libraries of their own.
 */
export function intoChroot(...names: readonly string[]): string {
  return `mkdir -p /var/spool/postfix/etc
cp -pL ${names.map((name) => `/etc/${name}`).join(' ')} /var/spool/postfix/etc/
for library in /lib64/libnss_{files,dns}.so.2 /lib/*/libnss_{files,dns}.so.2 /lib64/libresolv.so.2 /lib/*/libresolv.so.2; do
  if [ -e "$library" ]; then cp -L --parents "$library" /var/spool/postfix/; fi
done`;
}
