import { InputError } from '@backstage/errors';
import { isRecord } from '../kubernetes/readManifests';
import { Value } from '../terraform/expression';
import { isSame, toText } from '../terraform/functions';

/**
 * What references in a template lead to.
 * @internal
 */
export interface IntrinsicScope {
  /** A parameter's value, a pseudo parameter's, or a resource's id. */
  ref(name: string): Value;
  /** A resource's attribute. */
  attribute(name: string, attribute: string): Value;
  /** A condition's value. */
  condition(name: string): boolean;
}

/**
 * Stands for `AWS::NoValue`: the property that has it is left out.
 * @internal
 */
export const NO_VALUE = 'AWS::NoValue';

/**
 * The value of a template's tree, its intrinsic functions worked out.
 * @throws InputError for a function that is not supported.
 * @internal
 */
export function evaluateIntrinsic(tree: unknown, scope: IntrinsicScope): Value {
  if (Array.isArray(tree)) {
    return tree
      .map(item => evaluateIntrinsic(item, scope))
      .filter(item => item !== NO_VALUE);
  }
  if (!isRecord(tree)) {
    return typeof tree === 'string' ||
      typeof tree === 'number' ||
      typeof tree === 'boolean'
      ? tree
      : null;
  }
  const [name, ...others] = Object.keys(tree);
  if (
    others.length === 0 &&
    (name === 'Ref' || name === 'Condition' || name?.startsWith('Fn::'))
  ) {
    return callFunction(name, tree[name], scope);
  }
  return Object.fromEntries(
    Object.entries(tree)
      .map(([key, value]) => [key, evaluateIntrinsic(value, scope)] as const)
      .filter(([, value]) => value !== NO_VALUE),
  );
}

function callFunction(
  name: string,
  argument: unknown,
  scope: IntrinsicScope,
): Value {
  if (name === 'Ref') {
    return argument === NO_VALUE ? NO_VALUE : scope.ref(String(argument));
  }
  if (name === 'Condition') {
    return scope.condition(String(argument));
  }
  if (name === 'Fn::GetAtt') {
    const [resource, attribute] = Array.isArray(argument)
      ? argument.map(String)
      : String(argument).split(/\.(.*)/s);
    return scope.attribute(resource, attribute);
  }
  if (name === 'Fn::Sub') {
    return substitute(argument, scope);
  }
  if (name === 'Fn::If' && Array.isArray(argument)) {
    const branch = scope.condition(String(argument[0]))
      ? argument[1]
      : argument[2];
    return evaluateIntrinsic(branch, scope);
  }
  return callPlain(name, evaluateIntrinsic(argument, scope));
}

function callPlain(name: string, argument: Value): Value {
  const list = Array.isArray(argument) ? argument : [argument];
  const [first, second] = list;
  switch (name) {
    case 'Fn::Join':
      return (Array.isArray(second) ? second : [])
        .map(toText)
        .join(toText(first));
    case 'Fn::Select':
      return Array.isArray(second) ? second[Number(first)] ?? null : null;
    case 'Fn::Split':
      return toText(second).split(toText(first));
    case 'Fn::Equals':
      return isSame(first, second);
    case 'Fn::Not':
      return first !== true;
    case 'Fn::And':
      return list.every(item => item === true);
    case 'Fn::Or':
      return list.some(item => item === true);
    default:
      throw new InputError(
        `CloudFormation: the function '${name}' is not supported`,
      );
  }
}

function substitute(argument: unknown, scope: IntrinsicScope): string {
  const [text, names] = Array.isArray(argument) ? argument : [argument, {}];
  const own = evaluateIntrinsic(names, scope);
  return String(text).replace(
    /\$\{(!?)([^}]*)\}/g,
    (_match, literal: string, name: string) => {
      if (literal) {
        return `\${${name}}`;
      }
      if (isRecord(own) && Object.hasOwn(own, name)) {
        return String(own[name]);
      }
      const [resource, attribute] = name.split(/\.(.*)/s);
      return toText(
        attribute ? scope.attribute(resource, attribute) : scope.ref(name),
      );
    },
  );
}
