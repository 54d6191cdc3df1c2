import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { CodeBlock } from '../primitives/CodeBlock';
import { Disclosure } from '../primitives/Disclosure';
import { FactList } from '../primitives/FactList';
import { FileFindings } from '../primitives/FileFindings';
import type { ReadyPreview } from './loadPreview';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      '& > *': { minWidth: 0 },
    },
    note: { marginTop: theme.spacing(0.5) },
  }),
  { name: 'PrivateExposurePreviewFiles' },
);

/**
 * Findings first, then the files they are about, and what becomes of the Service.
 *
 * @internal
 */
export function PreviewFiles(props: {
  preview: ReadyPreview;
  /** Whether the manifest has the Service already. */
  isExisting: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { preview, isExisting } = props;
  const { manifest, infrastructure, plan, findings } = preview;
  const facts = plan.map(({ setting, value }) => ({ label: setting, value }));
  return (
    <div className={classes.root}>
      {findings.length > 0 && <FileFindings findings={findings} />}
      <Disclosure title={`${t('preview.manifest')}: ${manifest.path}`} isOpen>
        <CodeBlock text={manifest.content} what={t('preview.manifest')} />
        {isExisting && (
          <Typography
            variant="body2"
            color="textSecondary"
            className={classes.note}
          >
            {t('preview.existing')}
          </Typography>
        )}
      </Disclosure>
      {facts.length > 0 && (
        <Disclosure title={t('preview.becomes')} isOpen>
          <FactList facts={facts} wide />
        </Disclosure>
      )}
      <Disclosure
        title={`${t('preview.infrastructure')}: ${infrastructure.path}`}
      >
        <CodeBlock
          text={infrastructure.content}
          what={t('preview.infrastructure')}
        />
      </Disclosure>
    </div>
  );
}
