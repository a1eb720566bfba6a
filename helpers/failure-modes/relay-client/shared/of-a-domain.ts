/** Postfix joins the lines of a reply, whose codes stay between the words. */
const nextLine = String.raw`(?:\d{3}[ -](?:\d\.\d+\.\d+ )?)?`;

/** What is said of a domain, and of no address. */
export const reputationOfDomain = String.raw`reputation of (?:the|a|your) (?:sending |sender['’]s )?${nextLine}domain|(?<!(?:or|and) |\/)[Dd]omain(?:['’]s)? (?:\S+ )?reputation|(?:URL|URI|[Ll]ink)s? with (?:a )?(?:bad|low|poor) reputation`;

/** Lists of domains; Postfix has a name in the brackets where it asked one about a client. */
export const domainListed = String.raw`(?:Sender address|Helo command|Client host) \[[^\]\s]*\.[A-Za-z]{2,}\] blocked using|dbl\.spamhaus|\.dbl\.dq\.|\.zrd\.dq\.|\.dblack\.|\bDBL\b|\b[Uu]ribl\b|URIBL(?!_\w*BLOCKED)|\b[Ss]urbl\b|SURBL|\brhsbl\b|RHSBL|(?:black|block)-?listed (?:URL|URI|link|domain)`;
