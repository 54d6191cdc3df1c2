import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { CodeBlock } from '../primitives/CodeBlock';
import { Disclosure } from '../primitives/Disclosure';
import { FileFindings } from '../primitives/FileFindings';
import type { ReadyPreview } from './loadPreview';
import { PresentNote } from './PresentNote';
import { becomesKeys, ObjectPlan } from './ObjectPlan';
import type { PresentService } from './usePresentServices';

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

/** What comes of the object that is shown, where the manifest has it already. */
function existingKeyOf({ ofExisting, planOf }: ReadyPreview) {
  switch (ofExisting) {
    case 'refused':
      return 'preview.existingRefused';
    case 'extended':
      return 'preview.existingRoute';
    default:
      return planOf === 'Ingress'
        ? 'preview.existingIngress'
        : 'preview.existing';
  }
}

/**
 * Findings first, then the files they are about, and what becomes of the Service or Ingress.
 *
 * @internal
 */
export function PreviewFiles(props: {
  preview: ReadyPreview;
  /** What the manifest has now. */
  present: PresentService;
  /** Asks for that again. */
  retry: () => void;
  /** Whether the manifest has the Service already. */
  isExisting: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { preview, isExisting, ...ofPresent } = props;
  const { manifest, route, infrastructure, planOf, plan, findings } = preview;
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
            {t(existingKeyOf(preview))}
          </Typography>
        )}
      </Disclosure>
      {route && (
        <Disclosure title={`${t('preview.route')}: ${route.path}`} isOpen>
          <CodeBlock text={route.content} what={t('preview.route')} />
        </Disclosure>
      )}
      <PresentNote {...{ preview, isExisting, ...ofPresent }} />
      {planOf && plan.length > 0 && (
        <Disclosure title={t(becomesKeys[planOf])} isOpen>
          <ObjectPlan preview={preview} planOf={planOf} />
        </Disclosure>
      )}
      {infrastructure && (
        <Disclosure
          title={`${t('preview.infrastructure')}: ${infrastructure.path}`}
        >
          <CodeBlock
            text={infrastructure.content}
            what={t('preview.infrastructure')}
          />
        </Disclosure>
      )}
    </div>
  );
}
