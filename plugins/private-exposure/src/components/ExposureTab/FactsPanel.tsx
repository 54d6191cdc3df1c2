import type { Fact } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { FactList } from '../primitives/FactList';
import { Panel } from '../primitives/Panel';

/**
 * An exposure's properties in the cloud's own words.
 *
 * @internal
 */
export function FactsPanel(props: { facts: readonly Fact[] }) {
  const t = useTexts();
  return (
    <Panel title={t('tab.facts')}>
      <FactList facts={props.facts} wide />
    </Panel>
  );
}
