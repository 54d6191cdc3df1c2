import {
  answerOf,
  ContributorList,
  type Contributors,
} from './ContributorList';

/** GitHub lists no more (https://docs.github.com/en/rest/pulls/pulls#list-commits-on-a-pull-request). */
const LISTED_COMMITS = 250;
const PAGE = 100;

/**
 * Who put something into a pull request on GitHub: who opened it, the author and the committer of each commit, and who
 * pushed to its branch (`GET /repos/{owner}/{repo}/activity`), for author and committer are what the pusher says.
 *
 * @param pullUrl - the pull request in the API
 * @param get - asks the API
 * @internal
 */
export async function readGithubContributors(options: {
  pullUrl: string;
  apiBaseUrl: string;
  get: (url: string) => Promise<unknown>;
}): Promise<Contributors> {
  const { pullUrl, get } = options;
  const pull = answerOf(await get(pullUrl));
  const list = new ContributorList();
  list.add(answerOf(pull.user));
  const commits = await readCommits(pullUrl, get);
  for (const { author, committer, commit } of commits) {
    const told = answerOf(commit);
    list.add(answerOf(author), answerOf(told.author).email);
    list.add(answerOf(committer), answerOf(told.committer).email);
  }
  if (pull.commits !== commits.length) {
    list.addGap(
      `has ${pull.commits} commits, of which GitHub lists ${commits.length}`,
    );
  }
  await addPushers(list, answerOf(pull.head), options);
  return list.toContributors({
    // Backstage's own readers of GitHub's users write it so, for every GitHub host.
    loginAnnotation: 'github.com/user-login',
    isFinal: pull.merged === true || typeof pull.merged_at === 'string',
  });
}

async function readCommits(
  pullUrl: string,
  get: (url: string) => Promise<unknown>,
) {
  const commits: Record<string, unknown>[] = [];
  for (let page = 1; commits.length < LISTED_COMMITS; page += 1) {
    const answer = await get(
      `${pullUrl}/commits?per_page=${PAGE}&page=${page}`,
    );
    const items = Array.isArray(answer) ? answer.map(answerOf) : [];
    commits.push(...items);
    if (items.length < PAGE) break;
  }
  return commits;
}

async function addPushers(
  list: ContributorList,
  head: Record<string, unknown>,
  options: { apiBaseUrl: string; get: (url: string) => Promise<unknown> },
): Promise<void> {
  const { apiBaseUrl, get } = options;
  const repository = String(answerOf(head.repo).full_name ?? '');
  // It becomes part of an address: only what names are made of.
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || typeof head.ref !== 'string') {
    list.addGap('was made in a repository that is gone');
    return;
  }
  const ref = encodeURIComponent(`refs/heads/${head.ref}`);
  const answer = await get(
    `${apiBaseUrl}/repos/${repository}/activity?ref=${ref}&per_page=${PAGE}`,
  );
  const pushes = Array.isArray(answer) ? answer.map(answerOf) : [];
  for (const { activity_type: type, actor } of pushes) {
    // Whoever removes the branch adds nothing to it.
    if (type !== 'branch_deletion') list.add(answerOf(actor));
  }
  if (pushes.length === 0) list.addGap('has a branch that nobody pushed to');
  if (pushes.length >= PAGE) list.addGap(`was pushed to ${PAGE} times or more`);
}
