/** The versions of Postfix that what is known of it was seen on: those of Debian 11, 12 and 13. */
export const postfixAsked: readonly string[] = ['3.5.25', '3.7.11', '3.10.13'];
