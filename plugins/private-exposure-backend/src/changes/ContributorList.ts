/** A person as a Git host names them: by the login of an account, or by no more than an address. @internal */
export interface Contributor {
  /** In lower case. */
  login?: string;
  /** In lower case; what the author of a commit says of themself. */
  email?: string;
}

/** Who put something into a pull request. @internal */
export interface Contributors {
  /** The annotation by which user entities name their login on that host. */
  loginAnnotation: string;
  /** Each once. Accounts that the host itself calls bots are left out. */
  people: Contributor[];
  /** Whether it is merged: then nobody can add to it any more. */
  isFinal: boolean;
  /** Why somebody may be missing; empty if nobody is. */
  gaps: string[];
}

type Answer = Record<string, unknown>;

/**
 * Puts the people of a pull request together, out of a Git host's answers.
 *
 * @internal
 */
export class ContributorList {
  readonly #people = new Map<string, Contributor>();
  readonly #gaps = new Set<string>();

  /** Somebody by their account, by their address where the host knows none, or a gap where it knows neither. */
  add(account: Answer, email?: unknown): void {
    if (account.type === 'Bot') return;
    const login = lowerCase(account.login ?? account.username);
    const address = login ? undefined : lowerCase(email);
    if (login) this.#people.set(`login ${login}`, { login });
    else if (address) this.#people.set(`email ${address}`, { email: address });
    else this.addGap('names nobody for a part of what is in it');
  }

  /** Says why somebody may be missing; the pull request is the subject of the sentence. */
  addGap(reason: string): void {
    this.#gaps.add(reason);
  }

  toContributors(
    rest: Pick<Contributors, 'loginAnnotation' | 'isFinal'>,
  ): Contributors {
    return {
      ...rest,
      people: [...this.#people.values()],
      gaps: [...this.#gaps],
    };
  }
}

/** An object in an answer; an empty one where there is none. @internal */
export function answerOf(value: unknown): Answer {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : {};
}

function lowerCase(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? value.trim().toLowerCase()
    : undefined;
}
