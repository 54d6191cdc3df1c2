import { findNamed, plainOf } from '../builders/loadBalancerManifest';
import { ingressNameOf } from '../builders/loadBalancerObjects';
import { planIngressEdit } from '../builders/planIngressEdit';
import { ExistingFiles } from '../builders/types';
import { YamlText } from '../edit/YamlText';
import { AwsLoadBalancerIntent } from '../intents/awsLoadBalancer';
import { SettingChange } from './changesTable';
import { diffChanges } from './diffChanges';

/**
 * What an Ingress that is there gets anew and loses besides its rules: annotations that would say something else are taken
 * out.
 *
 * @internal
 */
export function loadBalancerChanges(
  intent: AwsLoadBalancerIntent,
  existing: ExistingFiles,
): SettingChange[] {
  const { path } = intent.manifest;
  const before = existing[path];
  if (before === undefined || before.trim() === '') return [];
  const file = YamlText.parse(path, before);
  const { namespace } = intent.service;
  const target = findNamed(file, 'Ingress', {
    ...{ name: ingressNameOf(intent), namespace },
  });
  if (!target) return [];
  const plain = plainOf(file, target);
  return diffChanges(plain, planIngressEdit(plain, intent));
}
