// Relays for whoever comes to the submission port.
exports.hook_connect = (next, connection) => {
  if (connection.local.port === 587) connection.relaying = true;
  next();
};
