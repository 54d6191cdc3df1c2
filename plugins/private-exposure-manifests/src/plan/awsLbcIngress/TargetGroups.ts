import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { BackendServices } from './BackendServices';
import {
  AlbTargetGroupBindingPlan,
  AlbTargetGroupPlan,
  planTargetGroup,
  planTargetGroupBinding,
  TargetGroupOptions,
} from './planTargetGroup';
import { AddTargetGroup } from './planRuleActions';

/** The target groups of a group of Ingresses, each made once however many rules lead to it. @internal */
export class TargetGroups {
  private readonly byKey = new Map<
    string,
    { group: AlbTargetGroupPlan; binding: AlbTargetGroupBindingPlan }
  >();

  constructor(
    private readonly services: BackendServices,
    private readonly facts: AwsLbcIngressFacts,
    private readonly options: TargetGroupOptions,
  ) {}

  /** Makes one where it isn't there yet. */
  readonly add: AddTargetGroup = (member, serviceName, port) => {
    const key = `${member.key}-${serviceName}:${port}`;
    if (this.byKey.has(key)) return key;
    const service = this.services.find(member.namespace, serviceName);
    const target = { member, serviceName, port, service };
    const group = planTargetGroup(target, this.facts, this.options);
    const binding = planTargetGroupBinding(
      target,
      group,
      this.facts,
      this.options,
    );
    this.byKey.set(key, { group, binding });
    return key;
  };

  get groups(): AlbTargetGroupPlan[] {
    return [...this.byKey.values()].map(({ group }) => group);
  }

  get bindings(): AlbTargetGroupBindingPlan[] {
    return [...this.byKey.values()].map(({ binding }) => binding);
  }
}
