import { AwsFault } from './AwsFault';
import {
  completeVpcOriginConfig,
  VpcOriginInput,
} from './distributionDefaults';
import { Distribution, VpcOrigin } from './distributionTypes';
import { globalScope } from './globalScope';
import { LoadBalancing } from './LoadBalancing';
import { ScopedCollection } from './ScopedCollection';
import { Tags } from './types';
import { WorldContext } from './WorldContext';

/**
 * CloudFront VPC origins: private load balancers that distributions may fetch
 * from.
 *
 * @public
 */
export class VpcOrigins {
  readonly vpcOrigins = new ScopedCollection<VpcOrigin>();
  readonly #context: WorldContext;
  readonly #loadBalancing: LoadBalancing;
  #usersOf: (vpcOriginId: string) => Distribution[] = () => [];

  constructor(context: WorldContext, loadBalancing: LoadBalancing) {
    this.#context = context;
    this.#loadBalancing = loadBalancing;
  }

  /** Tells the VPC origins who uses them; called once by the world. */
  useDistributions(usersOf: (vpcOriginId: string) => Distribution[]): void {
    this.#usersOf = usersOf;
  }

  /**
   * Creates a VPC origin, `Deploying` at first.
   *
   * @remarks
   * CloudFront's developer guide asks for an active load balancer that has a
   * security group.
   */
  create(
    accountId: string,
    input: {
      config: VpcOriginInput;
      tags?: Tags;
      id?: string;
      state?: VpcOrigin['state'];
    },
  ): VpcOrigin {
    const config = completeVpcOriginConfig(input.config);
    this.#checkOrigin(config.originArn);
    const isTaken = this.list(accountId).some(
      one => one.config.name === config.name,
    );
    if (isTaken) {
      throw new AwsFault(
        'EntityAlreadyExists',
        `The entity already exists: a VPC origin named ${config.name}`,
        409,
      );
    }
    const { ids, clock } = this.#context;
    const id = input.id ?? `vo_${ids.token(20)}`;
    const vpcOrigin = this.vpcOrigins.add({
      ...this.#context.newRecord(globalScope(accountId), id, input.tags),
      arn: `arn:aws:cloudfront::${accountId}:vpcorigin/${id}`,
      state: 'Deploying',
      etag: '',
      lastModifiedAt: clock.now(),
      config,
    });
    this.#deploy(vpcOrigin, input.state);
    return vpcOrigin;
  }

  /** The VPC origin; a foreign or unknown id is `EntityNotFound`. */
  get(accountId: string, id: string): VpcOrigin {
    const found = this.vpcOrigins.getIn(globalScope(accountId), id);
    if (!found) {
      throw new AwsFault(
        'EntityNotFound',
        `The entity was not found: VPC origin ${id}`,
        404,
      );
    }
    return found;
  }

  /** The account's VPC origins, oldest first. */
  list(accountId: string): VpcOrigin[] {
    return this.vpcOrigins.list(globalScope(accountId));
  }

  /** Changes a VPC origin that no distribution uses. */
  update(
    accountId: string,
    id: string,
    change: Partial<VpcOriginInput>,
  ): VpcOrigin {
    const vpcOrigin = this.get(accountId, id);
    this.#requireUnused(id, 'CannotUpdateEntityWhileInUse');
    const config = { ...vpcOrigin.config, ...change };
    this.#checkOrigin(config.originArn);
    vpcOrigin.config = config;
    vpcOrigin.lastModifiedAt = this.#context.clock.now();
    this.#deploy(vpcOrigin);
    return vpcOrigin;
  }

  /** Deletes a VPC origin that no distribution uses. */
  remove(accountId: string, id: string): void {
    const vpcOrigin = this.get(accountId, id);
    this.#requireUnused(id, 'CannotDeleteEntityWhileInUse');
    this.vpcOrigins.remove(id);
    this.#context.announce('vpc-origin', vpcOrigin.arn, 'gone');
  }

  #deploy(vpcOrigin: VpcOrigin, state?: VpcOrigin['state']): void {
    const { clock, timings, ids } = this.#context;
    const etag = `E${ids.hex(13).toUpperCase()}`;
    Object.assign(vpcOrigin, { state: state ?? 'Deploying', etag });
    if (state) return;
    this.#context.announce('vpc-origin', vpcOrigin.arn, 'Deploying');
    clock.schedule(timings.vpcOriginDeployed, () => {
      if (vpcOrigin.etag !== etag) return;
      vpcOrigin.state = 'Deployed';
      this.#context.announce('vpc-origin', vpcOrigin.arn, 'Deployed');
    });
  }

  #requireUnused(id: string, code: string): void {
    const [user] = this.#usersOf(id);
    if (!user) return;
    throw new AwsFault(
      code,
      `The entity cannot be changed while it is in use: distribution ${user.id} uses VPC origin ${id}`,
      409,
    );
  }

  #checkOrigin(originArn: string): void {
    // Instances may be origins too; the sandbox has none to look at.
    if (!originArn.includes(':loadbalancer/')) return;
    const loadBalancer = this.#loadBalancing.loadBalancers.get(originArn);
    const refuse = (problem: string) =>
      new AwsFault(
        'InvalidArgument',
        `The load balancer ${originArn} ${problem}`,
      );
    if (!loadBalancer) throw refuse('does not exist');
    if (loadBalancer.securityGroupIds.length === 0) {
      throw refuse('has no security group; a VPC origin needs one');
    }
    if (loadBalancer.scheme !== 'internal') {
      throw refuse('is internet-facing; a VPC origin needs an internal one');
    }
  }
}
