import { createHash } from 'node:crypto';
import { AwsFault } from './AwsFault';
import {
  Certificate,
  CertificateState,
  CertificateValidation,
} from './certificateTypes';
import { HostedZones } from './HostedZones';
import { normalDnsName } from './hostedZoneTypes';
import { partitionOfRegion } from './regions';
import { ScopedCollection } from './ScopedCollection';
import { Scope, Tags } from './types';
import { WorldContext } from './WorldContext';

/** A certificate as a caller describes it. @public */
export interface CertificateInput {
  domainName: string;
  /** The last part of its ARN; default one of its own. */
  certificateId?: string;
  alternativeNames?: string[];
  /** Default `AMAZON_ISSUED`, which is proved through the DNS. */
  type?: Certificate['type'];
  /** Default: `PENDING_VALIDATION`, an imported one `ISSUED`. */
  state?: CertificateState;
  /** Milliseconds since the epoch; default thirteen months after issue. */
  notAfter?: number;
  tags?: Tags;
}

/** ACM's certificates are valid for thirteen months. */
const VALIDITY_MS = 395 * 24 * 3_600_000;

/**
 * ACM: certificates, which are issued once the records of all their names stand
 * in Route 53.
 *
 * @public
 */
export class Certificates {
  readonly certificates = new ScopedCollection<Certificate>();
  readonly #context: WorldContext;
  readonly #zones: HostedZones;
  readonly #pending = new Set<Certificate>();
  readonly #users: ((arn: string) => string[])[] = [];

  constructor(context: WorldContext, zones: HostedZones) {
    this.#context = context;
    this.#zones = zones;
    zones.onRecordsChanged(() => this.#checkPending());
  }

  /** Tells the certificates of a further kind of users; called by the world. */
  useDistributions(usersOf: (arn: string) => string[]): void {
    this.#users.push(usersOf);
  }

  /** Asks for a certificate, or imports one. */
  create(scope: Scope, input: CertificateInput): Certificate {
    const { ids, clock } = this.#context;
    const type = input.type ?? 'AMAZON_ISSUED';
    const domainName = normalDnsName(input.domainName);
    const names = [
      ...new Set([
        domainName,
        ...(input.alternativeNames ?? []).map(normalDnsName),
      ]),
    ];
    const partition = partitionOfRegion(scope.region);
    const id = `arn:${partition}:acm:${scope.region}:${
      scope.accountId
    }:certificate/${input.certificateId ?? ids.guid()}`;
    const certificate = this.certificates.add({
      ...this.#context.newRecord(scope, id, input.tags),
      domainName,
      alternativeNames: names,
      type,
      state: 'PENDING_VALIDATION',
      validations:
        type === 'IMPORTED'
          ? []
          : names.map(name => newValidation(scope.accountId, name)),
      notAfter: input.notAfter,
      keyAlgorithm: 'RSA-2048',
    });
    const state = input.state ?? (type === 'IMPORTED' ? 'ISSUED' : undefined);
    if (state === 'ISSUED' || state === 'EXPIRED') this.#issue(certificate);
    if (state === 'EXPIRED') certificate.notAfter = clock.now() - 1;
    if (state && state !== 'PENDING_VALIDATION') certificate.state = state;
    else {
      this.#pending.add(certificate);
      this.#checkPending();
    }
    return certificate;
  }

  /** The certificate; a foreign or unknown ARN is `ResourceNotFoundException`. */
  get(scope: Scope, arn: string): Certificate {
    const found = this.certificates.getIn(scope, arn);
    if (!found) {
      throw new AwsFault(
        'ResourceNotFoundException',
        `Could not find certificate ${arn} in account ${scope.accountId}`,
      );
    }
    return found;
  }

  /** The certificates of an account and region, oldest first. */
  list(scope: Scope): Certificate[] {
    return this.certificates.list(scope);
  }

  /** Plays what happens to a certificate: that it expires soon, or failed. */
  update(
    scope: Scope,
    arn: string,
    change: { state?: CertificateState; notAfter?: number },
  ): Certificate {
    const certificate = this.get(scope, arn);
    if (change.state === 'ISSUED') this.#issue(certificate);
    Object.assign(certificate, {
      state: change.state ?? certificate.state,
      notAfter: change.notAfter ?? certificate.notAfter,
    });
    return certificate;
  }

  /** Deletes a certificate that nothing uses. */
  remove(scope: Scope, arn: string): void {
    const certificate = this.get(scope, arn);
    if (this.usersOf(arn).length > 0) {
      throw new AwsFault(
        'ResourceInUseException',
        `Certificate ${arn} in account ${scope.accountId} is in use`,
      );
    }
    this.#pending.delete(certificate);
    this.certificates.remove(arn);
  }

  /** ARNs of what presents a certificate. */
  usersOf(arn: string): string[] {
    return this.#users.flatMap(usersOf => usersOf(arn));
  }

  /** The state now: an issued certificate expires by itself. */
  stateOf({ state, notAfter }: Certificate): CertificateState {
    const hasExpired =
      notAfter !== undefined && notAfter < this.#context.clock.now();
    return state === 'ISSUED' && hasExpired ? 'EXPIRED' : state;
  }

  /** Whether a certificate is good for a host name; a wildcard is one label. */
  covers({ alternativeNames }: Certificate, hostName: string): boolean {
    const wanted = normalDnsName(hostName);
    const wildcard = wanted.replace(/^[^.]+/, '*');
    return alternativeNames.some(name => name === wanted || name === wildcard);
  }

  #checkPending(): void {
    const { clock, timings } = this.#context;
    for (const certificate of this.#pending) {
      for (const validation of certificate.validations) {
        if (this.#isProved(validation)) validation.state = 'SUCCESS';
      }
      const isComplete = certificate.validations.every(
        ({ state }) => state === 'SUCCESS',
      );
      if (isComplete) {
        this.#pending.delete(certificate);
        clock.schedule(timings.certificateIssued, () => {
          if (certificate.state !== 'PENDING_VALIDATION') return;
          this.#issue(certificate);
          this.#context.announce('certificate', certificate.id, 'ISSUED');
        });
      }
    }
  }

  #isProved({ recordName, recordValue }: CertificateValidation): boolean {
    const record = this.#zones.lookup(recordName, 'CNAME');
    return Boolean(
      record?.values.some(value => normalDnsName(value) === recordValue),
    );
  }

  #issue(certificate: Certificate): void {
    const now = this.#context.clock.now();
    Object.assign(certificate, {
      state: 'ISSUED',
      issuedAt: now,
      notBefore: now,
      notAfter: certificate.notAfter ?? now + VALIDITY_MS,
    });
    for (const validation of certificate.validations) {
      validation.state = 'SUCCESS';
    }
  }
}

/** An account proves a name with the same record each time, as ACM's guide says. */
function newValidation(
  accountId: string,
  domainName: string,
): CertificateValidation {
  const base = domainName.replace(/^\*\./, '');
  const hash = (salt: string) =>
    createHash('sha256')
      .update(`${salt}/${accountId}/${base}`)
      .digest('hex')
      .slice(0, 32);
  return {
    domainName,
    recordName: `_${hash('name')}.${base}`,
    recordValue: `_${hash('value')}.acm-validations.aws`,
    state: 'PENDING_VALIDATION',
  };
}
