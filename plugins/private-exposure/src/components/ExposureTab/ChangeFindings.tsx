import Typography from '@material-ui/core/Typography';
import type { Change } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Disclosure } from '../primitives/Disclosure';
import { FileFindings } from '../primitives/FileFindings';

/**
 * What the linter said of a pull request when its template ran. Of a change of which nobody told, nothing: that is not
 * the same as no findings. What is decided is folded.
 *
 * @internal
 */
export function ChangeFindings(props: { change: Change }) {
  const t = useTexts();
  const { title, state, findings, findingCount = 0 } = props.change;
  if (!findings) return null;
  if (findings.length === 0) {
    return state === 'open' ? (
      <Typography variant="body2">{t('lint.none', { title })}</Typography>
    ) : null;
  }
  return (
    <Disclosure
      title={t('lint.title', { title, count: findingCount })}
      isOpen={state === 'open'}
    >
      <FileFindings findings={findings} />
      {findingCount > findings.length && (
        <Typography variant="body2">
          {t('lint.leftOut', { count: findingCount - findings.length })}
        </Typography>
      )}
    </Disclosure>
  );
}
