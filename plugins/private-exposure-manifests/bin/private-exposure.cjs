#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

// In a clone of the repository the sources run as they are; a published package has none.
const isClone = existsSync(join(__dirname, '../src'));
if (isClone) require('@backstage/cli/config/nodeTransform.cjs');

const { main } = require(isClone ? '../src/cli' : '../dist/cli.cjs.js');

main();
