import { applyChanges, valueAt } from '../edit/editManifest';
import { removeDocument } from '../edit/removeDocument';
import { YamlText } from '../edit/YamlText';
import {
  AwsLoadBalancerWithdrawIntent,
  withdrawnIngress,
} from '../intents/awsLoadBalancerWithdraw';
import { parseStringMap } from '../values/goParsers';
import { claimsOfIngress } from './findRouteClaims';
import { findNamed } from './loadBalancerManifest';
import { ALB_PREFIX, GROUP_NAME } from './routeObjects';

const ATTRIBUTES = [
  'metadata',
  'annotations',
  `${ALB_PREFIX}load-balancer-attributes`,
];
const PROTECTION = 'deletion_protection.enabled';

interface WithdrawnIngress {
  file: YamlText;
  document: number;
  plain: unknown;
}

function locate(
  text: string,
  intent: AwsLoadBalancerWithdrawIntent,
): WithdrawnIngress {
  const file = YamlText.parse(intent.manifest.path, text);
  const { name, namespace } = withdrawnIngress(intent);
  const target = findNamed(file, 'Ingress', { name, namespace });
  if (!target) {
    return file.fail(
      undefined,
      `has no Ingress ${namespace}/${name}; name the file that has it`,
    );
  }
  const { document } = target;
  const plain: unknown = file.documents[document].toJS({ maxAliasCount: 100 });
  return { file, document, plain };
}

function attributesOf({ plain }: WithdrawnIngress) {
  const value = valueAt(plain, ATTRIBUTES);
  return (typeof value === 'string' && parseStringMap(value)) || {};
}

/**
 * Switches deletion protection off in an Ingress; the text stays as it is where it is off already.
 *
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function liftProtection(
  text: string,
  intent: AwsLoadBalancerWithdrawIntent,
): string {
  const ingress = locate(text, intent);
  const attributes = attributesOf(ingress);
  if (attributes[PROTECTION] !== 'true') return text;
  const value = Object.entries({ ...attributes, [PROTECTION]: 'false' })
    .map(([name, setting]) => `${name}=${setting.replaceAll(',', '\\,')}`)
    .join(',');
  return applyChanges(ingress.file, { document: ingress.document, base: [] }, [
    { path: ATTRIBUTES, value },
  ]);
}

// An Ingress that others have paths in is not one service's to remove.
function serviceOf(
  { file, document }: WithdrawnIngress,
  { service }: AwsLoadBalancerWithdrawIntent,
): string | undefined {
  const claims = claimsOfIngress(file, document, service.namespace);
  const name =
    service.name ?? claims.flatMap(({ backends }) => backends)[0]?.name;
  const other = claims.find(({ backends }) =>
    backends.some(backend => backend.name !== name),
  );
  if (other) {
    const [backend] = other.backends.filter(each => each.name !== name);
    file.fail(
      undefined,
      `the Ingress also leads ${other.host}${other.path} to ${service.namespace}/${backend.name} (line ${other.line}); take the rules of ${name} away by hand`,
    );
  }
  return name;
}

/**
 * Removes the Ingress, and with it the load balancer; the Service too where it is asked for.
 *
 * @returns The text, or `undefined` where the file has nothing left.
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function withdrawIngress(
  text: string,
  intent: AwsLoadBalancerWithdrawIntent,
): string | undefined {
  const ingress = locate(text, intent);
  const { file, document, plain } = ingress;
  const name = serviceOf(ingress, intent);
  const group = valueAt(plain, ['metadata', 'annotations', GROUP_NAME]);
  // A group's load balancer stays as long as it has members.
  if (group === undefined && attributesOf(ingress)[PROTECTION] === 'true') {
    file.fail(
      undefined,
      `deletion protection is still on; do the step 'lift-protection' first, and let it be applied`,
    );
  }
  const after = removeDocument(file, document);
  if (after === undefined || intent.manifest.service === 'keep') return after;
  const rest = YamlText.parse(file.path, after);
  const { namespace } = intent.service;
  const service =
    name !== undefined && findNamed(rest, 'Service', { name, namespace });
  return service ? removeDocument(rest, service.document) : after;
}
