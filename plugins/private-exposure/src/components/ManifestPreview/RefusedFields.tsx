import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../primitives/Notice';
import { parameterOf } from './parameterOf';
import type { ExposurePreview } from './loadPreview';

/**
 * Why what was typed can't be written yet, field by field.
 *
 * @internal
 */
export function RefusedFields(props: {
  issues: (ExposurePreview & { type: 'refused' })['issues'];
  /** What the form calls a parameter. */
  titleOf: (parameter: string) => string;
}) {
  const t = useTexts();
  const { issues, titleOf } = props;
  return (
    <Notice severity="info">
      {t('preview.refused')}
      <ul>
        {issues.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <strong>{titleOf(parameterOf(field))}</strong> {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
