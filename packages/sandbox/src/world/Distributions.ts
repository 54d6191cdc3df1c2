import { AwsFault } from './AwsFault';
import { Certificates } from './Certificates';
import { checkDistribution } from './checkDistribution';
import {
  completeDistributionConfig,
  DistributionConfigInput,
} from './distributionDefaults';
import { Distribution, DistributionConfig } from './distributionTypes';
import { globalScope } from './globalScope';
import { ScopedCollection } from './ScopedCollection';
import { Tags } from './types';
import { VpcOrigins } from './VpcOrigins';
import { WebAcls } from './WebAcls';
import { WorldContext } from './WorldContext';

/**
 * CloudFront distributions. Each change sets `InProgress` and, a while later,
 * `Deployed`.
 *
 * @public
 */
export class Distributions {
  readonly distributions = new ScopedCollection<Distribution>();
  readonly #byAlias = new Map<string, Distribution>();
  readonly #context: WorldContext;
  readonly #parts: {
    certificates: Certificates;
    webAcls: WebAcls;
    vpcOrigins: VpcOrigins;
  };

  constructor(
    context: WorldContext,
    parts: {
      certificates: Certificates;
      webAcls: WebAcls;
      vpcOrigins: VpcOrigins;
    },
  ) {
    this.#context = context;
    this.#parts = parts;
    parts.vpcOrigins.useDistributions(id => this.usersOfVpcOrigin(id));
    parts.webAcls.useDistributions(arn => this.listByWebAcl(arn));
    parts.certificates.useDistributions(arn => this.#usersOfCertificate(arn));
  }

  /**
   * Creates a distribution.
   *
   * @param input - The configuration; `state: 'Deployed'` skips the waiting.
   */
  create(
    accountId: string,
    input: {
      config: DistributionConfigInput;
      tags?: Tags;
      id?: string;
      state?: Distribution['state'];
    },
  ): Distribution {
    const { ids } = this.#context;
    const reference = input.config.callerReference ?? ids.guid();
    const config = completeDistributionConfig(input.config, reference);
    this.#check(accountId, config);
    const id = input.id ?? `E${ids.hex(13).toUpperCase()}`;
    const distribution = this.distributions.add({
      ...this.#context.newRecord(globalScope(accountId), id, input.tags),
      arn: `arn:aws:cloudfront::${accountId}:distribution/${id}`,
      domainName: `d${ids.label(13)}.cloudfront.net`,
      state: 'InProgress',
      etag: this.#newEtag(),
      lastModifiedAt: this.#context.clock.now(),
      config,
    });
    this.#noteAliases(distribution);
    if (input.state === 'Deployed') distribution.state = 'Deployed';
    else this.#deploy(distribution);
    return distribution;
  }

  /** The distribution; a foreign or unknown id is `NoSuchDistribution`. */
  get(accountId: string, id: string): Distribution {
    const found = this.distributions.getIn(globalScope(accountId), id);
    if (!found) {
      throw new AwsFault(
        'NoSuchDistribution',
        'The specified distribution does not exist.',
        404,
      );
    }
    return found;
  }

  /** The account's distributions, oldest first. */
  list(accountId: string): Distribution[] {
    return this.distributions.list(globalScope(accountId));
  }

  /** The distribution that serves a host name, its own or an alias. */
  findByHostName(name: string): Distribution | undefined {
    return (
      this.#byAlias.get(name) ??
      this.distributions.all().find(({ domainName }) => domainName === name)
    );
  }

  /** The distributions that a web ACL protects. */
  listByWebAcl(webAclArn: string): Distribution[] {
    return this.distributions
      .all()
      .filter(({ config }) => config.webAclId === webAclArn);
  }

  /** The distributions that fetch from a VPC origin. */
  usersOfVpcOrigin(vpcOriginId: string): Distribution[] {
    return this.distributions
      .all()
      .filter(({ config }) =>
        config.origins.some(
          ({ target }) =>
            target.type === 'vpc' && target.vpcOriginId === vpcOriginId,
        ),
      );
  }

  /**
   * Replaces the configuration.
   *
   * @param input - `ifMatch` is the etag of the state that the change rests on;
   * without it nothing is compared.
   */
  update(
    accountId: string,
    id: string,
    input: { config: DistributionConfigInput; ifMatch?: string },
  ): Distribution {
    const distribution = this.get(accountId, id);
    requireMatch(distribution.etag, input.ifMatch);
    const config = completeDistributionConfig(
      input.config,
      distribution.config.callerReference,
    );
    this.#check(accountId, config, distribution);
    this.#forgetAliases(distribution);
    distribution.config = config;
    distribution.lastModifiedAt = this.#context.clock.now();
    this.#noteAliases(distribution);
    this.#deploy(distribution);
    return distribution;
  }

  /**
   * Deletes a distribution. It must be disabled and deployed first, unless
   * `force` plays an accident.
   */
  remove(
    accountId: string,
    id: string,
    options: { ifMatch?: string; force?: boolean } = {},
  ): void {
    const distribution = this.get(accountId, id);
    requireMatch(distribution.etag, options.ifMatch);
    const { config, state } = distribution;
    if (!options.force && (config.isEnabled || state !== 'Deployed')) {
      throw new AwsFault(
        'DistributionNotDisabled',
        'The distribution you are trying to delete has not been disabled.',
        409,
      );
    }
    this.#forgetAliases(distribution);
    this.distributions.remove(id);
    this.#context.announce('distribution', distribution.arn, 'gone');
  }

  #check(
    accountId: string,
    config: DistributionConfig,
    self?: Distribution,
  ): void {
    checkDistribution(config, {
      accountId,
      ...this.#parts,
      isAliasTaken: alias => (this.#byAlias.get(alias) ?? self) !== self,
    });
    const isRepeated = this.list(accountId).some(
      one =>
        one !== self && one.config.callerReference === config.callerReference,
    );
    if (isRepeated) {
      throw new AwsFault(
        'DistributionAlreadyExists',
        'The caller reference that you are using to create a distribution is associated with another distribution.',
        409,
      );
    }
  }

  #deploy(distribution: Distribution): void {
    const { clock, timings } = this.#context;
    const etag = this.#newEtag();
    Object.assign(distribution, { state: 'InProgress', etag });
    this.#context.announce('distribution', distribution.arn, 'InProgress');
    clock.schedule(timings.distributionDeployed, () => {
      // A later change has a deployment of its own.
      if (distribution.etag !== etag) return;
      distribution.state = 'Deployed';
      this.#context.announce('distribution', distribution.arn, 'Deployed');
    });
  }

  #newEtag(): string {
    return `E${this.#context.ids.hex(13).toUpperCase()}`;
  }

  #usersOfCertificate(certificateArn: string): string[] {
    return this.distributions
      .all()
      .filter(
        ({ config }) =>
          config.viewerCertificate.certificateArn === certificateArn,
      )
      .map(({ arn }) => arn);
  }

  #noteAliases(distribution: Distribution): void {
    for (const alias of distribution.config.aliases) {
      this.#byAlias.set(alias, distribution);
    }
  }

  #forgetAliases(distribution: Distribution): void {
    for (const alias of distribution.config.aliases) {
      this.#byAlias.delete(alias);
    }
  }
}

/**
 * Compares an etag as CloudFront does.
 *
 * @internal
 */
export function requireMatch(etag: string, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === etag) return;
  throw new AwsFault(
    'PreconditionFailed',
    'The request failed because it didn’t meet the preconditions in one or more request-header fields.',
    412,
  );
}
