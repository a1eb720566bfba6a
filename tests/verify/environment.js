// Makes Node load TypeScript: a worker has not read the configuration.
require('./jest.config.js');

module.exports = require('../../helpers/running/checks-environment');
