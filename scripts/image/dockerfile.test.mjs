import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { NODE_VERSION } from '../setup/node.mjs';
import { inRoot } from '../setup/paths.mjs';

const read = file => readFileSync(inRoot(file), 'utf8');
// A line that ends with a backslash goes on.
const instructions = read('Dockerfile')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter(line => line && !line.startsWith('#'));
const argumentsOf = name =>
  instructions
    .filter(line => line.startsWith(`${name} `))
    .map(line => line.slice(name.length + 1));
const [, copied] = /&& cp -r (.*) \/out\/$/m.exec(instructions.join('\n'));
const [command] = argumentsOf('CMD').map(text => JSON.parse(text));

/** Whether the build's context leaves something out that is at the top of the repository. */
function isIgnored(path) {
  return read('.dockerignore').split('\n').includes(path);
}

describe('the Dockerfile', () => {
  it('copies what is there, and what its context has', () => {
    const paths = copied.split(' ');

    assert.ok(paths.includes('yarn.lock'));
    assert.deepEqual(
      paths.filter(path => !existsSync(inRoot(path)) || isIgnored(path)),
      [],
    );
  });

  it('gets nothing to read that is secret or this machine’s', () => {
    const ignored = read('.dockerignore').split('\n');
    const secret = read('.gitignore')
      .split('\n')
      .filter(line => /env|local|github-app/.test(line));

    assert.deepEqual(secret, ['*.local.yaml', '*.env', 'github-app*.yaml']);
    assert.deepEqual(
      secret.filter(line => !ignored.includes(line)),
      [],
    );
  });

  it('runs the Node that the set-up brings, and the Yarn of the repository', () => {
    const images = argumentsOf('FROM').map(text => text.split(' ')[0]);
    const [, yarn] = /^yarnPath: (.*)$/m.exec(read('.yarnrc.yml'));
    const called = argumentsOf('RUN').flatMap(
      text => text.match(/\S*yarn\S*\.cjs/g) ?? [],
    );

    assert.deepEqual(new Set(images), new Set([images[0]]));
    assert.ok(images[0].startsWith(`node:${NODE_VERSION}-`), images[0]);
    assert.ok(called.length >= 4);
    assert.deepEqual(new Set(called), new Set([yarn]));
  });

  it('builds and starts the portal, with configuration that it has copied', () => {
    const [program, entry, ...options] = command;
    const manifest = JSON.parse(read(`${entry}/package.json`));
    const files = options.filter(option => option !== '--config');

    assert.equal(program, 'node');
    assert.ok(instructions.join('\n').includes(`workspace ${manifest.name} `));
    assert.ok(manifest.main.startsWith('dist/'));
    assert.deepEqual(files, ['app-config.yaml', 'app-config.production.yaml']);
    assert.deepEqual(
      files.filter(file => !copied.split(' ').includes(file)),
      [],
    );
  });

  it('ends with an image that has no compiler, and runs neither as root nor for a developer', () => {
    const last = instructions.findLastIndex(line => line.startsWith('FROM '));
    const names = instructions.slice(last).map(line => line.split(' ')[0]);

    assert.ok(!names.includes('RUN'));
    assert.ok(instructions.slice(last).includes('USER node'));
    assert.ok(names.indexOf('USER') > names.lastIndexOf('COPY'));
    assert.deepEqual(argumentsOf('USER'), ['node']);
    assert.deepEqual(argumentsOf('ENV'), ['NODE_ENV=production']);
  });
});
