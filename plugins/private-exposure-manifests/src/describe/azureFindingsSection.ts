import { AzureInfrastructureIntent } from '../intents/azureInfrastructure';
import { Finding } from '../linter/types';
import { findingsSection, section } from './sections';

/** The findings of infrastructure code for a reviewer. That none was noticed in Bicep says less than a compiler would. @internal */
export function azureFindingsSection(
  findings: Finding[],
  { format }: AzureInfrastructureIntent,
): string {
  const isUnchecked = format === 'bicep' && findings.length === 0;
  return isUnchecked
    ? section(
        'Findings',
        'The linter noticed nothing. It knows Azure’s types only as far as its rules go: run `az bicep lint`, and `az deployment group what-if` before you apply it.\n',
      )
    : findingsSection(findings);
}
