const config = require('../../scripts/lint/withArrows')(__dirname);

module.exports = {
  ...config,
  overrides: [
    ...(config.overrides ?? []),
    {
      // A suite that others run is a library made of tests.
      files: ['src/testUtils/run*Tests.ts'],
      rules: { 'jest/no-export': 'off' },
    },
  ],
};
