import { randomBytes } from 'node:crypto';

/** Who calls. @internal */
export interface Caller {
  accountId: string;
  /** As GetCallerIdentity shows it. */
  arn: string;
  userId: string;
  /** ARN of the user or role itself, which allowed principals name. */
  principalArn: string;
  /** Actions that the caller may not use; a trailing `*` matches any ending. */
  deniedActions: string[];
}

/** A key pair that always works, for a user of an account. @public */
export interface StaticCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  accountId: string;
  userName: string;
}

/** A key pair and whom it stands for. @internal */
export interface KnownCredentials {
  secretAccessKey: string;
  /** Only sessions have one, and then each request must carry it. */
  sessionToken?: string;
  /** Milliseconds since the epoch, on the machine's clock. */
  expiresAt?: number;
  caller: Caller;
}

/**
 * The access keys that the sandbox knows: those of users, and those that
 * AssumeRole gives out.
 *
 * @internal
 */
export class CredentialStore {
  readonly #known = new Map<string, KnownCredentials>();
  readonly #fixed: StaticCredentials[];

  constructor(fixed: StaticCredentials[]) {
    this.#fixed = fixed;
    this.#addFixed();
  }

  /** Ends all sessions. */
  reset(): void {
    this.#known.clear();
    this.#addFixed();
  }

  /** The credentials of an access key. */
  find(accessKeyId: string): KnownCredentials | undefined {
    return this.#known.get(accessKeyId);
  }

  /** Makes session keys for a caller. */
  issueSession(
    caller: Caller,
    durationSeconds: number,
  ): {
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken: string;
    expiration: Date;
  } {
    const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
    const secretAccessKey = randomBytes(30).toString('base64');
    const sessionToken = randomBytes(96).toString('base64');
    // Clients compare the end of a session with the machine's clock, so it
    // does not follow the sandbox's.
    const expiresAt = Date.now() + durationSeconds * 1000;
    this.#known.set(accessKeyId, {
      secretAccessKey,
      sessionToken,
      expiresAt,
      caller,
    });
    return {
      accessKeyId,
      secretAccessKey,
      sessionToken,
      expiration: new Date(expiresAt),
    };
  }

  #addFixed(): void {
    for (const fixed of this.#fixed) {
      const arn = `arn:aws:iam::${fixed.accountId}:user/${fixed.userName}`;
      this.#known.set(fixed.accessKeyId, {
        secretAccessKey: fixed.secretAccessKey,
        caller: {
          accountId: fixed.accountId,
          arn,
          userId: `AIDA${fixed.accessKeyId.slice(4)}`,
          principalArn: arn,
          deniedActions: [],
        },
      });
    }
  }
}
