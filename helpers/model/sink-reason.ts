/** What is said of a server that takes mail for anybody and passes on none: a sink, as tests of applications use. */
export const keepsWhatItTakes = 'nothing is: it keeps what it takes, as Mailpit and other sinks do';
