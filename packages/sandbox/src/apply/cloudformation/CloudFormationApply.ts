import { InputError } from '@backstage/errors';
import {
  dnsSuffixOfRegion,
  globalScope,
  partitionOfRegion,
  Scope,
  World,
} from '../../world';
import { ApplyState } from '../ApplyState';
import { Cluster } from '../Cluster';
import { isRecord } from '../kubernetes/readManifests';
import { Args } from '../resources/args';
import { StepRecorder } from '../StepRecorder';
import { isMap, Value } from '../terraform/expression';
import { DeploymentTarget } from '../types';
import { evaluateIntrinsic, IntrinsicScope } from './evaluateIntrinsic';
import { pipelineParameter } from './pipelineParameter';
import { CloudFormationTemplate } from './readTemplates';
import { translateResource } from './translateResource';

const ATTRIBUTES: Record<string, string> = {
  ServiceId: 'id',
  Id: 'id',
  GroupId: 'id',
  Arn: 'arn',
  DomainName: 'domain_name',
  TopicArn: 'arn',
};

/**
 * One deployment of one CloudFormation template, resource after resource in the order of their
 * references.
 * @internal
 */
export class CloudFormationApply implements IntrinsicScope {
  readonly #template: CloudFormationTemplate;
  readonly #target: DeploymentTarget;
  readonly #state: ApplyState;
  readonly #steps: StepRecorder;
  readonly #place: { world: World; cluster: Cluster; repository: string };
  readonly #done = new Map<string, Args>();
  readonly #problems = new Map<string, unknown>();
  readonly #pending = new Set<string>();

  constructor(options: {
    template: CloudFormationTemplate;
    target: DeploymentTarget;
    state: ApplyState;
    steps: StepRecorder;
    world: World;
    cluster: Cluster;
    /** `owner/name`. */
    repository: string;
  }) {
    this.#place = options;
    this.#template = options.template;
    this.#target = options.target;
    this.#state = options.state;
    this.#steps = options.steps;
  }

  /** Makes and changes what the template describes. */
  run(): void {
    for (const name of Object.keys(this.#template.resources)) {
      this.#steps.record(this.#addressOf(name), () => {
        this.#resolve(name);
      });
    }
  }

  /** {@inheritDoc IntrinsicScope.ref} */
  ref(name: string): Value {
    const { accountId, region } = this.#scope;
    const pseudo: Record<string, Value> = {
      'AWS::AccountId': accountId,
      'AWS::Region': region,
      'AWS::Partition': partitionOfRegion(region),
      'AWS::URLSuffix': dnsSuffixOfRegion(region),
      'AWS::StackName': 'sandbox',
    };
    if (Object.hasOwn(pseudo, name)) {
      return pseudo[name];
    }
    return Object.hasOwn(this.#template.parameters, name)
      ? this.#parameter(name)
      : this.#resolve(name).id ?? null;
  }

  /** {@inheritDoc IntrinsicScope.attribute} */
  attribute(name: string, attribute: string): Value {
    const attributes = this.#resolve(name);
    const key = ATTRIBUTES[attribute];
    if (!key || attributes[key] === undefined) {
      throw new InputError(
        `The resource '${name}' has no attribute '${attribute}'`,
      );
    }
    // A log group's ARN ends so here, and nowhere else.
    const { Type } = this.#template.resources[name];
    return Type === 'AWS::Logs::LogGroup' && key === 'arn'
      ? `${String(attributes.arn)}:*`
      : attributes[key];
  }

  /** {@inheritDoc IntrinsicScope.condition} */
  condition(name: string): boolean {
    return evaluateIntrinsic(this.#template.conditions[name], this) === true;
  }

  #parameter(name: string): Value {
    const variables = this.#target.variables ?? {};
    const parameter = this.#template.parameters[name];
    const fallback = isRecord(parameter) ? parameter.Default : undefined;
    const value = Object.hasOwn(variables, name)
      ? variables[name]
      : fallback ?? this.#pipelineParameter(name, parameter);
    if (value === undefined) {
      throw new InputError(
        `The parameter '${name}' has no default, and the pipeline gives it no value`,
      );
    }
    const isList = isRecord(parameter) && /List/.test(String(parameter.Type));
    return isList ? String(value).split(',') : evaluateIntrinsic(value, this);
  }

  #pipelineParameter(name: string, parameter: unknown): string | undefined {
    const { cluster, repository } = this.#place;
    return pipelineParameter(name, parameter, {
      template: this.#template,
      target: this.#target,
      world: this.#place.world,
      loadBalancers: () => [
        ...this.#state.idsOfType('kubernetes_service'),
        ...cluster.loadBalancersOf(repository),
      ],
    });
  }

  // Pipelines know where a template goes. What CloudFront uses has to be in us-east-1.
  get #scope(): Scope {
    const { path, resources } = this.#template;
    const { accountId, region, stacks } = this.#target;
    const isOfEdge = Object.values(resources).some(({ Type, Properties }) => {
      const isForEdge =
        isRecord(Properties) && Properties.Scope === 'CLOUDFRONT';
      return isForEdge || String(Type).startsWith('AWS::CloudFront::');
    });
    return (
      stacks?.[path] ??
      (isOfEdge ? globalScope(accountId) : { accountId, region })
    );
  }

  #resolve(name: string): Args {
    const known = this.#done.get(name);
    if (known) {
      return known;
    }
    if (this.#problems.has(name)) {
      throw this.#problems.get(name);
    }
    if (this.#pending.has(name)) {
      throw new InputError(`The resource '${name}' depends on itself`);
    }
    this.#pending.add(name);
    try {
      const attributes = this.#steps.recordProblem(this.#addressOf(name), () =>
        this.#apply(name),
      );
      this.#done.set(name, attributes);
      return attributes;
    } catch (error) {
      this.#problems.set(name, error);
      this.#state.keepBelow(this.#addressOf(name));
      throw error;
    } finally {
      this.#pending.delete(name);
    }
  }

  #apply(name: string): Args {
    const resource = this.#template.resources[name];
    if (!resource) {
      throw new InputError(`There is no parameter or resource '${name}'`);
    }
    if (resource.Condition && !this.condition(String(resource.Condition))) {
      return {};
    }
    for (const dependency of [resource.DependsOn ?? []].flat()) {
      this.#resolve(String(dependency));
    }
    const properties = evaluateIntrinsic(resource.Properties ?? {}, this);
    const scope = this.#scope;
    const made = translateResource(
      String(resource.Type),
      isMap(properties) ? properties : {},
    ).map(({ suffix, type, args }) =>
      this.#state.apply({
        address: `${this.#addressOf(name)}${suffix}`,
        type,
        args,
        scope,
        isCreatedFirst: type === 'cloudformation_certificate',
      }),
    );
    return made[0] ?? {};
  }

  #addressOf(name: string): string {
    return `${this.#template.path}#${name}`;
  }
}
