import { AwsFault } from './AwsFault';
import { Distribution } from './distributionTypes';
import { IpSets } from './IpSets';
import { LoadBalancerUse } from './LoadBalancerUse';
import { ScopedCollection } from './ScopedCollection';
import { Scope, Tags } from './types';
import {
  checkWafScope,
  duplicateWafItem,
  noSuchWafItem,
  requireLockToken,
  wafArn,
} from './wafPlace';
import { WafLogging, WafScope, WebAcl, WebAclRule } from './webAclTypes';
import { WorldContext } from './WorldContext';

/** A web ACL as a caller describes it. @public */
export interface WebAclInput {
  name: string;
  wafScope: WafScope;
  description?: string;
  /** Default `allow`. */
  defaultAction?: WebAcl['defaultAction'];
  /** Default none. */
  rules?: WebAclRule[];
  /** Default the name. */
  metricName?: string;
  tags?: Tags;
}

/**
 * WAFv2: web ACLs, the regional resources they protect, and their logging. What
 * protects a distribution is part of the distribution.
 *
 * @public
 */
export class WebAcls {
  readonly webAcls = new ScopedCollection<WebAcl>();
  readonly #context: WorldContext;
  #distributionsOf: (arn: string) => Distribution[] = () => [];

  constructor(
    context: WorldContext,
    parts: { ipSets: IpSets; use: LoadBalancerUse },
  ) {
    this.#context = context;
    parts.ipSets.useWebAcls(arn => this.#refersTo(arn));
    parts.use.onLoadBalancerDeleted(arn => this.disassociate(arn));
  }

  /** Tells the ACLs which distributions they protect; called once by the world. */
  useDistributions(distributionsOf: (arn: string) => Distribution[]): void {
    this.#distributionsOf = distributionsOf;
  }

  /** Creates a web ACL. */
  create(scope: Scope, input: WebAclInput): WebAcl {
    const { name, wafScope } = input;
    if (this.list(scope, wafScope).some(one => one.name === name)) {
      throw duplicateWafItem();
    }
    const webAclId = this.#context.ids.guid();
    const id = wafArn(scope, wafScope, `webacl/${name}/${webAclId}`);
    return this.webAcls.add({
      ...this.#context.newRecord(scope, id, input.tags),
      webAclId,
      name,
      wafScope,
      description: input.description ?? '',
      defaultAction: input.defaultAction ?? 'allow',
      rules: input.rules ?? [],
      metricName: input.metricName ?? name,
      lockToken: this.#context.ids.guid(),
      resourceArns: new Set(),
    });
  }

  /** The ACL of this ARN; a foreign or unknown one is `WAFNonexistentItemException`. */
  get(scope: Scope, arn: string): WebAcl {
    const found = this.webAcls.getIn(scope, arn);
    if (!found) throw noSuchWafItem();
    return found;
  }

  /** The ACLs of one WAF scope, oldest first. */
  list(scope: Scope, wafScope: WafScope): WebAcl[] {
    checkWafScope(scope, wafScope);
    return this.webAcls.list(scope).filter(one => one.wafScope === wafScope);
  }

  /** Changes what is given. */
  update(
    scope: Scope,
    arn: string,
    change: Partial<Omit<WebAclInput, 'name' | 'wafScope' | 'tags'>> & {
      lockToken?: string;
    },
  ): WebAcl {
    const webAcl = this.get(scope, arn);
    requireLockToken(webAcl.lockToken, change.lockToken);
    Object.assign(webAcl, {
      description: change.description ?? webAcl.description,
      defaultAction: change.defaultAction ?? webAcl.defaultAction,
      rules: change.rules ?? webAcl.rules,
      metricName: change.metricName ?? webAcl.metricName,
      lockToken: this.#context.ids.guid(),
    });
    return webAcl;
  }

  /** Deletes an ACL that protects nothing. */
  remove(scope: Scope, arn: string): void {
    const webAcl = this.get(scope, arn);
    if (webAcl.resourceArns.size > 0 || this.#distributionsOf(arn).length > 0) {
      throw new AwsFault(
        'WAFAssociatedItemException',
        'AWS WAF couldn’t perform the operation because your resource is being used by another resource or it’s associated with another resource.',
      );
    }
    this.webAcls.remove(arn);
  }

  /** Puts a regional resource behind an ACL, and takes it from any other. */
  associate(scope: Scope, arn: string, resourceArn: string): void {
    const webAcl = this.get(scope, arn);
    if (webAcl.wafScope === 'CLOUDFRONT') {
      throw new AwsFault(
        'WAFInvalidParameterException',
        'Error reason: The ARN isn’t valid., field: RESOURCE_ARN, parameter: set the web ACL in the distribution instead',
      );
    }
    this.disassociate(resourceArn);
    webAcl.resourceArns.add(resourceArn);
  }

  /** Takes a regional resource out of its ACL; without one nothing happens. */
  disassociate(resourceArn: string): void {
    this.findForResource(resourceArn)?.resourceArns.delete(resourceArn);
  }

  /** The ACL that protects a regional resource. */
  findForResource(resourceArn: string): WebAcl | undefined {
    const [, , , region = '', accountId = ''] = resourceArn.split(':');
    return this.webAcls
      .list({ accountId, region })
      .find(({ resourceArns }) => resourceArns.has(resourceArn));
  }

  /** Sets where an ACL's requests are written; undefined ends it. */
  setLogging(scope: Scope, arn: string, logging: WafLogging | undefined): void {
    this.get(scope, arn).logging = logging;
  }

  #refersTo(ipSetArn: string): boolean {
    return this.webAcls
      .all()
      .some(({ rules }) => JSON.stringify(rules).includes(`"${ipSetArn}"`));
  }
}
