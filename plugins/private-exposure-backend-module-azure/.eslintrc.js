module.exports = require('../../scripts/lint/withArrows')(__dirname);
