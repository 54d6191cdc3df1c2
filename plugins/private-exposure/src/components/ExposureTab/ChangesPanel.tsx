import type { Change } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { ChangeFindings } from './ChangeFindings';
import { ChangesTable } from '../primitives/ChangesTable';
import { Section } from '../primitives/Section';

/**
 * The pull requests that templates opened for the entity.
 *
 * @internal
 */
export function ChangesPanel(props: { changes: readonly Change[] }) {
  const t = useTexts();
  return (
    <Section title={t('tab.changesTitle')}>
      <ChangesTable changes={props.changes} />
      {props.changes.map(change => (
        <ChangeFindings key={change.id} change={change} />
      ))}
    </Section>
  );
}
