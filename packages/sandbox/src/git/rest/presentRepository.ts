import { fullName, HostedRepository } from '../GitHost';
import { Links, repositoryApiUrl, repositoryWebUrl } from './links';

/**
 * A user or organisation in GitHub's form.
 * @internal
 */
export function presentUser(login: string, links: Links) {
  return {
    login,
    id: stableNumber(login),
    type: login === 'acme' ? 'Organization' : 'User',
    url: `${links.api}/users/${login}`,
    html_url: `${links.web}/${login}`,
    site_admin: false,
  };
}

/**
 * A repository in GitHub's form; the URL templates are those that clients fill in.
 * @internal
 */
export function presentRepository({ info }: HostedRepository, links: Links) {
  const url = repositoryApiUrl(links, info);
  const htmlUrl = repositoryWebUrl(links, info);
  return {
    id: info.id,
    node_id: `R_${info.id}`,
    name: info.name,
    full_name: fullName(info),
    owner: presentUser(info.owner, links),
    private: true,
    visibility: 'private',
    fork: info.forkOf !== undefined,
    archived: false,
    disabled: false,
    description: info.description,
    default_branch: info.defaultBranch,
    created_at: info.createdAt,
    updated_at: info.createdAt,
    permissions: {
      admin: true,
      maintain: true,
      push: true,
      triage: true,
      pull: true,
    },
    url,
    html_url: htmlUrl,
    clone_url: `${htmlUrl}.git`,
    git_url: `${htmlUrl}.git`,
    archive_url: `${url}/{archive_format}{/ref}`,
    trees_url: `${url}/git/trees{/sha}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    commits_url: `${url}/commits{/sha}`,
    contents_url: `${url}/contents/{+path}`,
    branches_url: `${url}/branches{/branch}`,
    pulls_url: `${url}/pulls{/number}`,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: false,
  };
}

function stableNumber(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003,
    7,
  );
}
