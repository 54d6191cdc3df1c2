import { ArmCollection } from './ArmCollection';
import { AzureWorldContext, NewResource } from './AzureWorldContext';
import { resourceNotFound } from './resourceNotFound';
import { LinkTarget } from './types';

/**
 * Resources of other kinds that take private endpoints, such as web apps and
 * storage accounts. The sandbox knows no more of them than that.
 *
 * @public
 */
export class LinkTargets {
  readonly targets = new ArmCollection<LinkTarget>();
  readonly #context: AzureWorldContext;

  constructor(context: AzureWorldContext) {
    this.#context = context;
  }

  /** Adds a resource of a type such as `Microsoft.Web/sites`. */
  addTarget(
    input: NewResource & { type: string; groupIds: string[] },
  ): LinkTarget {
    const record = this.#context.newRecord(input.type, input);
    return this.targets.add({ ...record, groupIds: input.groupIds });
  }

  /** The resource; an unknown id is `ResourceNotFound`. */
  getTarget(id: string): LinkTarget {
    const target = this.targets.get(id);
    if (!target) throw resourceNotFound(id);
    return target;
  }
}
