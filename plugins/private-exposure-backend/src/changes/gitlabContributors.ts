import {
  answerOf,
  ContributorList,
  type Contributors,
} from './ContributorList';

const PAGE = 100;
/** After so many pages a list is given up. */
const PAGES = 10;
const DAY = 86_400_000;

type Get = (url: string) => Promise<unknown>;

/**
 * Who put something into a merge request on GitLab: who opened it, the author and the committer of each commit, and who
 * pushed to its branch since the day before it was opened (`GET /projects/{id}/events?action=pushed`). GitLab's commits
 * have addresses and no accounts (https://docs.gitlab.com/api/merge_requests/#get-single-merge-request-commits).
 *
 * @param requestUrl - the merge request in the API
 * @param host - of the web pages, as in annotations
 * @param get - asks the API
 * @internal
 */
export async function readGitlabContributors(options: {
  requestUrl: string;
  apiBaseUrl: string;
  host: string;
  get: Get;
}): Promise<Contributors> {
  const { requestUrl, apiBaseUrl, host, get } = options;
  const request = answerOf(await get(requestUrl));
  const list = new ContributorList();
  list.add(answerOf(request.author));
  const commits = await readAll(`${requestUrl}/commits?`, get);
  for (const commit of commits.items) {
    for (const email of [commit.author_email, commit.committer_email]) {
      list.add({ login: loginIn(email) }, email);
    }
  }
  if (commits.items.length === 0 || !commits.isWhole) {
    list.addGap(`has ${commits.items.length} commits that GitLab lists`);
  }
  const openedAt = Date.parse(String(request.created_at));
  const project = request.source_project_id;
  if (typeof project === 'number' && !Number.isNaN(openedAt)) {
    // Only days count, and the one that is named is not part of the answer.
    const after = new Date(openedAt - 2 * DAY).toISOString().slice(0, 10);
    const events = `${apiBaseUrl}/projects/${project}/events?action=pushed&after=${after}&`;
    addPushers(list, await readAll(events, get), request.source_branch);
  } else {
    list.addGap('was made in a project that is gone');
  }
  return list.toContributors({
    loginAnnotation: `${host}/user-login`,
    isFinal: request.state === 'merged',
  });
}

function addPushers(
  list: ContributorList,
  events: Awaited<ReturnType<typeof readAll>>,
  branch: unknown,
): void {
  if (!events.isWhole) {
    list.addGap('is in a project with more pushes since then than are read');
  }
  for (const event of events.items) {
    const { ref, action } = answerOf(event.push_data);
    // A push of many branches names none of them. Whoever removes one adds nothing to it.
    const isOurs = (ref ?? branch) === branch && action !== 'removed';
    if (isOurs) list.add(answerOf(event.author));
  }
}

async function readAll(url: string, get: Get) {
  const items: Record<string, unknown>[] = [];
  for (let page = 1; page <= PAGES; page += 1) {
    const answer = await get(`${url}per_page=${PAGE}&page=${page}`);
    const more = Array.isArray(answer) ? answer.map(answerOf) : [];
    items.push(...more);
    if (more.length < PAGE) return { items, isWhole: true };
  }
  return { items, isWhole: false };
}

/** The account in the address that GitLab gives to bots, and to people who keep theirs private. */
function loginIn(email: unknown): string | undefined {
  if (typeof email !== 'string') return undefined;
  const bot = /^((?:project|group)_?\d+_bot\w*)@noreply\./.exec(email);
  const person = /^\d+-([\w.-]+)@users\.noreply\./.exec(email);
  return bot?.[1] ?? person?.[1];
}
