import { goList, GoStruct, goStruct, goText } from '../../values/goJson';
import { ControllerRefusal } from '../ControllerRefusal';
import { readJson } from '../readJson';
import { IngressAnnotations } from './LbcIngress';

const rewrites = goStruct('RewriteConfigObject', {
  rewrites: goList(
    goStruct('RewriteConfig', { regex: goText, replace: goText }),
    {},
  ),
});

const transformFields = {
  type: goText,
  hostHeaderRewriteConfig: rewrites,
  urlRewriteConfig: rewrites,
};

const transformsForm = goList(goStruct('Transform', transformFields), {});

/** How a request is rewritten before it goes on, in the fields of the `transforms` annotation. @public */
export type TransformPlan = GoStruct<typeof transformFields>;

function findTransformProblem(transform: TransformPlan): string | undefined {
  const { type = '' } = transform;
  if (type !== 'host-header-rewrite' && type !== 'url-rewrite')
    return `unknown transform type: ${type}`;
  const name =
    type === 'url-rewrite' ? 'urlRewriteConfig' : 'hostHeaderRewriteConfig';
  const config = transform[name];
  if (!config) return `missing ${name}`;
  return config.rewrites?.length
    ? undefined
    : `${name}.rewrites cannot be empty`;
}

/**
 * How requests to a backend are rewritten.
 *
 * @remarks `buildTransforms` in `pkg/ingress/enhanced_backend_builder.go`, version 3.5.
 *
 * @param backend - The name of the backend's Service.
 *
 * @internal
 */
export function planTransforms(
  annotations: IngressAnnotations,
  backend: string,
): TransformPlan[] {
  const name = `transforms.${backend}` as const;
  const transforms = readJson(annotations, name, transformsForm) ?? [];
  for (const transform of transforms) {
    const problem = findTransformProblem(transform);
    if (problem !== undefined)
      throw new ControllerRefusal(problem, [annotations.keyOf(name)]);
  }
  return transforms;
}
