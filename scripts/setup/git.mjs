import { spawnSync } from 'node:child_process';
import { SetupError } from './messages.mjs';

// The sandbox's Git host merges with `git merge-tree --write-tree`, which came with Git 2.38.
const NEEDED = { major: 2, minor: 38 };

/** Makes sure that there is a Git that pull requests of the sandbox can be merged with. */
export function requireGit(env = process.env) {
  const { stdout } = spawnSync('git', ['--version'], { encoding: 'utf8', env });
  const [version, major, minor] = /(\d+)\.(\d+)[.\d]*/.exec(stdout ?? '') ?? [];
  const isEnough =
    Number(major) > NEEDED.major ||
    (Number(major) === NEEDED.major && Number(minor) >= NEEDED.minor);
  if (isEnough) return;
  const needed = `${NEEDED.major}.${NEEDED.minor}`;
  throw new SetupError(
    version
      ? `This is Git ${version}; the local Git host needs ${needed} or later.`
      : `No Git was found; the local Git host needs ${needed} or later.`,
    "Install a newer one (Ubuntu 22.04: 'add-apt-repository ppa:git-core/ppa', then 'apt-get install git') and run the command again.",
  );
}
