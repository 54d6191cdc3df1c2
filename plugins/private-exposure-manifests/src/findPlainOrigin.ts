import { GeneratedFile } from './builders/types';
import { AzureFrontDoorIntent } from './intents/azureFrontDoor';
import { Finding } from './linter/types';

/**
 * Warns where Front Door speaks to the service without encryption. The way is private, but not secret to whoever runs it.
 *
 * @internal
 */
export function findPlainOrigin(
  { origin, name }: AzureFrontDoorIntent,
  { path, content }: GeneratedFile,
): Finding[] {
  if (origin.protocol === 'https') return [];
  const place = content.search(/HttpOnly/);
  const before = content.slice(0, Math.max(place, 0)).split('\n');
  return [
    {
      ruleId: 'azure/plain-origin',
      severity: 'warning',
      message: 'Front Door speaks to the service without encryption',
      remedy:
        'Have the service speak HTTPS with a certificate of a public authority for its name, and choose HTTPS.',
      evidence: [{ label: 'Front Door', value: name }],
      path,
      line: before.length,
      column: before[before.length - 1].length + 1,
    },
  ];
}
