// auth/flat_file offers AUTH without TLS to addresses that it holds for private, those of documentation among them.
exports.register = function () {
  this.inherits('auth/flat_file');
};

exports.hook_capabilities = function (next, connection) {
  if (!connection.tls.enabled) return next();
  return this.base['auth/flat_file'].hook_capabilities.call(this, next, connection);
};
