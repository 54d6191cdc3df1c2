import { AwsFault } from './AwsFault';
import { ScopedCollection } from './ScopedCollection';
import { Scope, Tags } from './types';
import {
  checkWafScope,
  duplicateWafItem,
  noSuchWafItem,
  requireLockToken,
  wafArn,
} from './wafPlace';
import { IpSet, WafScope } from './webAclTypes';
import { WorldContext } from './WorldContext';

/**
 * The IP sets of WAFv2.
 *
 * @public
 */
export class IpSets {
  readonly ipSets = new ScopedCollection<IpSet>();
  readonly #context: WorldContext;
  #isUsed: (arn: string) => boolean = () => false;

  constructor(context: WorldContext) {
    this.#context = context;
  }

  /** Tells the sets which of them rules refer to; called once by the world. */
  useWebAcls(isUsed: (arn: string) => boolean): void {
    this.#isUsed = isUsed;
  }

  /** Creates a set. */
  create(
    scope: Scope,
    input: {
      name: string;
      wafScope: WafScope;
      addresses: string[];
      addressVersion?: IpSet['addressVersion'];
      description?: string;
      tags?: Tags;
    },
  ): IpSet {
    checkWafScope(scope, input.wafScope);
    if (this.list(scope, input.wafScope).some(one => one.name === input.name)) {
      throw duplicateWafItem();
    }
    checkAddresses(input.addresses);
    const ipSetId = this.#context.ids.guid();
    const id = wafArn(scope, input.wafScope, `ipset/${input.name}/${ipSetId}`);
    return this.ipSets.add({
      ...this.#context.newRecord(scope, id, input.tags),
      ipSetId,
      name: input.name,
      wafScope: input.wafScope,
      description: input.description ?? '',
      addressVersion: input.addressVersion ?? 'IPV4',
      addresses: [...input.addresses],
      lockToken: this.#context.ids.guid(),
    });
  }

  /** The set of this ARN; a foreign or unknown one is `WAFNonexistentItemException`. */
  get(scope: Scope, arn: string): IpSet {
    const found = this.ipSets.getIn(scope, arn);
    if (!found) throw noSuchWafItem();
    return found;
  }

  /** The sets of one WAF scope, oldest first. */
  list(scope: Scope, wafScope: WafScope): IpSet[] {
    checkWafScope(scope, wafScope);
    return this.ipSets.list(scope).filter(one => one.wafScope === wafScope);
  }

  /** Replaces the addresses. */
  update(
    scope: Scope,
    arn: string,
    change: { addresses: string[]; description?: string; lockToken?: string },
  ): IpSet {
    const ipSet = this.get(scope, arn);
    requireLockToken(ipSet.lockToken, change.lockToken);
    checkAddresses(change.addresses);
    ipSet.addresses = [...change.addresses];
    ipSet.description = change.description ?? ipSet.description;
    ipSet.lockToken = this.#context.ids.guid();
    return ipSet;
  }

  /** Deletes a set that no rule refers to. */
  remove(scope: Scope, arn: string): void {
    const ipSet = this.get(scope, arn);
    if (this.#isUsed(arn)) {
      throw new AwsFault(
        'WAFAssociatedItemException',
        `AWS WAF couldn’t perform the operation because your resource is being used by another resource or it’s associated with another resource.`,
      );
    }
    this.ipSets.remove(ipSet.id);
  }
}

function checkAddresses(addresses: string[]): void {
  const wrong = addresses.find(
    address => !/^[0-9a-fA-F.:]+\/\d+$/.test(address),
  );
  if (wrong === undefined) return;
  throw new AwsFault(
    'WAFInvalidParameterException',
    `Error reason: The parameter contains formatting that is not valid., field: IP_ADDRESS, parameter: ${wrong}`,
  );
}
