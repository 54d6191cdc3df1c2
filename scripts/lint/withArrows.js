const createConfig = require('@backstage/cli/config/eslint-factory');

const PREFIX = '@postern/backstage-plugin-';

/**
 * Which of our packages a package may import, and whether it may speak to a cloud or to Backstage.
 * The table of docs/architecture.md, enforced.
 */
const arrows = {
  'plugins/private-exposure-common': { ours: [] },
  'plugins/private-exposure-manifests': { ours: [], backstage: [] },
  'plugins/private-exposure-node': { ours: ['private-exposure-common'] },
  'plugins/private-exposure-backend': {
    ours: ['private-exposure-common', 'private-exposure-node'],
  },
  'plugins/private-exposure-backend-module-aws': {
    ours: ['private-exposure-common', 'private-exposure-node'],
    sdk: ['@aws-sdk/*', '@smithy/*'],
  },
  'plugins/private-exposure-backend-module-azure': {
    ours: ['private-exposure-common', 'private-exposure-node'],
    sdk: ['@azure/*'],
  },
  // Previews of template forms load the entries `preview…` of `private-exposure-manifests` besides, with `import()`. A static
  // import stays forbidden: it would bring the builders and the linter into every page.
  'plugins/private-exposure': { ours: ['private-exposure-common'] },
  'plugins/scaffolder-backend-module-private-exposure': {
    ours: ['private-exposure-common', 'private-exposure-manifests'],
  },
  'packages/sandbox': {
    ours: ['private-exposure-manifests'],
    backstage: true,
  },
  'packages/bench': {
    ours: [
      'private-exposure-backend',
      'private-exposure-backend-module-aws',
      'private-exposure-backend-module-azure',
      'private-exposure-manifests',
    ],
    sdk: ['@aws-sdk/*', '@azure/*'],
  },
  'packages/app': { ours: ['private-exposure'] },
  'packages/backend': {
    ours: [
      'private-exposure-backend',
      'private-exposure-backend-module-aws',
      'private-exposure-backend-module-azure',
      'private-exposure-common',
      'scaffolder-backend-module-private-exposure',
    ],
  },
};

// Each stays in the provider module of its cloud, and in what measures or plays that cloud.
const cloudSdks = ['@aws-sdk/*', '@smithy/*', '@azure/*'];

/** The usual Backstage rules for a package, and the arrows of the architecture. */
module.exports = function withArrows(dir) {
  const folder = Object.keys(arrows).find(key =>
    dir.replaceAll('\\', '/').endsWith(`/${key}`),
  );
  if (!folder) {
    throw new Error(
      `${dir} has no row in scripts/lint/withArrows.js: say there what it may import`,
    );
  }
  const { ours, sdk = [], backstage = true } = arrows[folder];
  // Patterns read like .gitignore: what is forbidden, then what is allowed after all.
  const patterns = [
    '@postern/*',
    ...ours.map(name => `!${PREFIX}${name}`),
    ...cloudSdks.filter(pattern => !sdk.includes(pattern)),
    ...(backstage === true
      ? []
      : ['@backstage/*', ...backstage.map(name => `!${name}`)]),
    ...(folder === 'packages/sandbox' ? [] : ['sandbox', 'sandbox/*']),
  ];
  return createConfig(dir, {
    restrictedImportPatterns: patterns,
    rules: {
      'no-console': ['packages/sandbox', 'packages/bench'].includes(folder)
        ? 'off'
        : 'error',
    },
  });
};
