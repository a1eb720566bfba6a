// Relays for whoever claims to be of the server's own domain.
exports.hook_mail = (next, connection, [sender]) => {
  if (sender.host === 'example.test') connection.relaying = true;
  next();
};
