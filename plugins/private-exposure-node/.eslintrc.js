module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // A suite that others run is a library made of tests.
      files: ['src/testUtils/run*Tests.ts'],
      rules: { 'jest/no-export': 'off' },
    },
  ],
});
