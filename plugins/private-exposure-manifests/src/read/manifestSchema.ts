import { CORE_SCHEMA, Type } from 'js-yaml';

const TRUE = /^(y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const BOOLEAN =
  /^(y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON|n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;

/**
 * Reads a plain word as a boolean where Kubernetes does: it takes YAML 1.1, in which `on` and `yes` are booleans.
 *
 * @see https://github.com/kubernetes-sigs/yaml/blob/v1.6.0/goyaml.v2/resolve.go
 */
const boolean = new Type('tag:yaml.org,2002:bool', {
  kind: 'scalar',
  resolve: (text: unknown) => typeof text === 'string' && BOOLEAN.test(text),
  construct: (text: string) => TRUE.test(text),
});

/** `<<` stays a key: what a merge brings is looked up where it is asked for, so that no text can make it explode. */
const merge = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  construct: () => '<<',
});

/** CloudFormation's short forms, such as `!Ref Name`, kept as their long ones. */
const intrinsics = (['scalar', 'sequence', 'mapping'] as const).map(
  kind =>
    new Type('!', {
      kind,
      multi: true,
      construct: (value: unknown, tag = '') => ({ [tag.slice(1)]: value }),
    }),
);

/** YAML as Kubernetes and CloudFormation read it. Dates stay text, as they do for Kubernetes. @internal */
export const manifestSchema = CORE_SCHEMA.extend({
  implicit: [boolean],
  explicit: [merge, ...intrinsics],
});
