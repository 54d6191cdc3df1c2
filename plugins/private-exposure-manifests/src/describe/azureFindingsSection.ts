import { AzureInfrastructureIntent } from '../intents/azureInfrastructure';
import { Finding } from '../linter/types';
import { findingsSection, section } from './sections';

/** The findings of infrastructure code for a reviewer. That Bicep was not looked at is another thing than nothing found. @internal */
export function azureFindingsSection(
  findings: Finding[],
  { format }: AzureInfrastructureIntent,
): string {
  const isUnread = format === 'bicep' && findings.length === 0;
  return isUnread
    ? section(
        'Findings',
        'The linter does not read Bicep: run `az bicep lint`, and `az deployment group what-if` before you apply it.\n',
      )
    : findingsSection(findings);
}
