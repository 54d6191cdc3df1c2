import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { scrubError } from '../observation/scrubSecrets';
import { compareContributor } from './compareContributor';
import type { Contributors } from './ContributorList';
import type { ContributedChange, ContributorStore } from './ContributorStore';
import { findGitUsers, type GitUser } from './findGitUsers';
import type { PullRequestReader } from './PullRequestReader';

const TIMEOUT: HumanDuration = { seconds: 15 };
/** What is merged is asked for once, so that the next question finds fewer to ask for. */
const MOST_ASKED = 20;

/**
 * Whether somebody put something into the pull requests of an entity: `unknown`, with the reason, where it cannot be
 * shown that they did not. Whoever asks treats it as a yes.
 *
 * @internal
 */
export type Involvement =
  | { type: 'involved' }
  | { type: 'uninvolved' }
  | { type: 'unknown'; reason: string };

/** What {@link InvolvementReader} needs. @internal */
export interface InvolvementReaderOptions {
  /** Pull requests, and who put something into the merged ones. */
  store: ContributorStore;
  /** Asks the Git hosts. */
  reader: Pick<PullRequestReader, 'readContributors'>;
  /** Knows which user has which login and address. */
  catalog: Pick<CatalogService, 'queryEntities'>;
  /** The catalog is asked as the backend itself. */
  auth: AuthService;
  /** Told of what could not be found out. */
  logger: LoggerService;
}

/**
 * Finds out whether a user put something into the pull requests of an entity: through a template, by what is recorded,
 * or on the Git host, by what the host says at this moment.
 *
 * @internal
 */
export class InvolvementReader {
  readonly #options: InvolvementReaderOptions;

  private constructor(options: InvolvementReaderOptions) {
    this.#options = options;
  }

  static create(options: InvolvementReaderOptions): InvolvementReader {
    return new InvolvementReader(options);
  }

  /** What cannot be found out is `unknown`, whatever went wrong. */
  async involvementOf(
    userEntityRef: string,
    entityRef: string,
  ): Promise<Involvement> {
    const found = await this.#find(userEntityRef, entityRef).catch(
      (error): Involvement => ({
        type: 'unknown',
        reason: scrubError(error).message,
      }),
    );
    if (found.type === 'unknown') {
      this.#options.logger.warn(
        `Whether '${userEntityRef}' put something into the pull requests of '${entityRef}' is not known: ${found.reason}`,
      );
    }
    return found;
  }

  async #find(userEntityRef: string, entityRef: string): Promise<Involvement> {
    const { store, catalog, auth } = this.#options;
    const changes = await store.listFor(entityRef);
    if (changes.some(({ authors }) => authors.includes(userEntityRef))) {
      return { type: 'involved' };
    }
    if (changes.length === 0) return { type: 'uninvolved' };
    const lists = await this.#read(changes);
    const users = await findGitUsers(catalog, {
      credentials: await auth.getOwnServiceCredentials(),
      userEntityRef,
      emails: [...lists.values()].flatMap(({ people }) =>
        people.flatMap(({ email }) => email ?? []),
      ),
    });
    const answers = [...lists].map(([url, list]) =>
      judge(url, list, { userEntityRef, users }),
    );
    return (
      answers.find(({ type }) => type === 'involved') ??
      answers.find(({ type }) => type === 'unknown') ?? { type: 'uninvolved' }
    );
  }

  /** By address. */
  async #read(
    changes: readonly ContributedChange[],
  ): Promise<Map<string, Contributors>> {
    const signal = AbortSignal.timeout(durationToMilliseconds(TIMEOUT));
    let asked = 0;
    const read = async (change: ContributedChange) => {
      if (change.contributors) return change.contributors;
      asked += 1;
      return asked > MOST_ASKED
        ? nobodyKnown('has to be looked at first; try again')
        : this.#ask(change, signal);
    };
    return new Map(
      await Promise.all(
        changes.map(async change => [change.url, await read(change)] as const),
      ),
    );
  }

  async #ask(
    { id, url }: ContributedChange,
    signal: AbortSignal,
  ): Promise<Contributors> {
    const { store, reader } = this.#options;
    try {
      const list = await reader.readContributors(url, { signal });
      if (list.isFinal && list.gaps.length === 0) await store.keep(id, list);
      return list;
    } catch (error) {
      // Both the log and the page show it, and the request carried a credential.
      return nobodyKnown(`could not be read: ${scrubError(error).message}`);
    }
  }
}

function nobodyKnown(gap: string): Contributors {
  return { loginAnnotation: '', people: [], isFinal: false, gaps: [gap] };
}

function judge(
  url: string,
  { people, loginAnnotation, gaps }: Contributors,
  options: { userEntityRef: string; users: readonly GitUser[] },
): Involvement {
  const likeness = people.map(person =>
    compareContributor(person, { ...options, loginAnnotation }),
  );
  if (likeness.includes('same')) return { type: 'involved' };
  if (gaps.length > 0) {
    return { type: 'unknown', reason: `'${url}' ${gaps.join(', and ')}` };
  }
  const unknown = people.find((_, index) => likeness[index] === 'unknown');
  if (!unknown) return { type: 'uninvolved' };
  return {
    type: 'unknown',
    reason: unknown.login
      ? `'${url}' has contributions of '${unknown.login}', and '${options.userEntityRef}' has no annotation '${loginAnnotation}' that shows who they are there`
      : `'${url}' has commits by an address that no user of the catalog has`,
  };
}
