import { AwsFault } from './AwsFault';
import { ScopedCollection } from './ScopedCollection';
import { TargetGroups } from './TargetGroups';
import {
  Listener,
  ListenerAnswer,
  ListenerRule,
  RuleCondition,
  Scope,
  Tags,
} from './types';
import { WorldContext } from './WorldContext';

/** A rule as a caller describes it. @public */
export interface ListenerRuleInput {
  /** From 1 to 50000, one rule each. */
  priority: number;
  conditions: RuleCondition[];
  /** This or `answer`. */
  targetGroupArn?: string;
  answer?: ListenerAnswer;
  tags?: Tags;
}

const MAX_PRIORITY = 50_000;

/**
 * The rules of application load balancers' listeners. What no rule takes is the listener's own matter.
 *
 * @public
 */
export class ListenerRules {
  readonly rules = new ScopedCollection<ListenerRule>();
  readonly #context: WorldContext;
  readonly #targetGroups: TargetGroups;

  constructor(context: WorldContext, targetGroups: TargetGroups) {
    this.#context = context;
    this.#targetGroups = targetGroups;
  }

  /** Adds a rule to a listener; a priority that is taken is `PriorityInUse`. */
  createRule(listener: Listener, input: ListenerRuleInput): ListenerRule {
    const { priority, conditions, targetGroupArn, answer, tags } = input;
    this.#check(listener, input);
    const isTaken = this.rulesOf(listener.id).some(
      rule => rule.priority === priority,
    );
    if (isTaken) {
      throw new AwsFault(
        'PriorityInUse',
        `Priority '${priority}' is currently in use`,
      );
    }
    const path = listener.id.replace(':listener/', ':listener-rule/');
    const id = `${path}/${this.#context.ids.hex(16)}`;
    const rule = this.rules.add({
      ...this.#context.newRecord(listener, id, tags),
      listenerArn: listener.id,
      priority,
      conditions,
      targetGroupArn,
      answer,
    });
    this.#refresh(targetGroupArn);
    return rule;
  }

  /** Writes conditions and what happens; the priority stays. */
  modifyRule(
    scope: Scope,
    arn: string,
    change: Omit<ListenerRuleInput, 'priority' | 'tags'>,
  ): ListenerRule {
    const rule = this.getRule(scope, arn);
    this.#check(rule, { ...change, priority: rule.priority });
    const before = rule.targetGroupArn;
    rule.conditions = change.conditions;
    rule.targetGroupArn = change.targetGroupArn;
    rule.answer = change.answer;
    if (before !== rule.targetGroupArn) {
      this.#refresh(before);
      this.#refresh(rule.targetGroupArn);
    }
    return rule;
  }

  /** The rule; a foreign or unknown ARN is `RuleNotFound`. */
  getRule(scope: Scope, arn: string): ListenerRule {
    const rule = this.rules.getIn(scope, arn);
    if (!rule) {
      throw new AwsFault('RuleNotFound', 'One or more rules not found');
    }
    return rule;
  }

  /** Deletes a rule. */
  deleteRule(scope: Scope, arn: string): void {
    this.#remove(this.getRule(scope, arn));
  }

  /** The rules of a listener in the order in which they are looked at. */
  rulesOf(listenerArn: string): ListenerRule[] {
    const [, , , region, accountId] = listenerArn.split(':').slice(0, 5);
    return this.rules
      .list({ accountId, region })
      .filter(rule => rule.listenerArn === listenerArn)
      .sort((left, right) => left.priority - right.priority);
  }

  /** Removes all rules of a listener. */
  removeOf(listenerArn: string): void {
    for (const rule of this.rulesOf(listenerArn)) this.#remove(rule);
  }

  #remove(rule: ListenerRule): void {
    this.rules.remove(rule.id);
    this.#refresh(rule.targetGroupArn);
  }

  #refresh(targetGroupArn: string | undefined): void {
    if (targetGroupArn) this.#targetGroups.refresh(targetGroupArn);
  }

  #check(scope: Scope, input: ListenerRuleInput): void {
    const { priority, conditions, targetGroupArn, answer } = input;
    if (!(priority >= 1 && priority <= MAX_PRIORITY)) {
      throw new AwsFault(
        'ValidationError',
        `Priority '${priority}' must be between 1 and ${MAX_PRIORITY}`,
      );
    }
    if (conditions.length === 0) {
      throw new AwsFault('ValidationError', 'A rule must have conditions');
    }
    if (!targetGroupArn === !answer) {
      throw new AwsFault(
        'InvalidLoadBalancerAction',
        'A rule either forwards to a target group or answers',
      );
    }
    if (targetGroupArn)
      this.#targetGroups.getTargetGroup(scope, targetGroupArn);
  }
}
