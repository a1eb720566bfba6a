/** The resolver gives up after a second instead of ten: a list that is silent is asked by every client anew. */
export const impatientResolver = "echo 'options timeout:1 attempts:1' >>/etc/resolv.conf";
