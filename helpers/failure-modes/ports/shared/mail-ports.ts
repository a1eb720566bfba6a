/** The ports of mail servers, and what is published for them: others are those of programs beside them. */
export const mailPort = '(?:24|25|110|143|465|587|993|995|2525|4190)\\b';
