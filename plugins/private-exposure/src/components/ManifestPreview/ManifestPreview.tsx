import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useOwnerTag } from '../../hooks/useOwnerTag';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../primitives/Notice';
import { Panel } from '../primitives/Panel';
import { FailedPreview } from './FailedPreview';
import { PreviewBoundary } from './PreviewBoundary';
import { PreviewFiles } from './PreviewFiles';
import { readExposureForm } from './readExposureForm';
import { entryOf, readOptions } from './readOptions';
import { RefusedFields } from './RefusedFields';
import { useExposurePreview, type PreviewState } from './useExposurePreview';

/** What the preview needs of a form field; both frontend systems' field props have it. @internal */
export interface ManifestPreviewProps {
  /** The scaffolder puts the values of all pages here. */
  formContext?: unknown;
  schema?: { title?: string };
  uiSchema?: object;
  registry?: object;
}

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2), marginTop: theme.spacing(1) },
    // Always there, so that nothing moves while somebody types.
    progress: { height: 4, marginBottom: theme.spacing(1) },
  }),
  { name: 'PrivateExposureManifestPreview' },
);

/**
 * Shows what a template would write while its form is filled in: the manifest, what it becomes, and the linter's findings.
 * Has no value of its own, and whatever goes wrong in it leaves the form as it is.
 *
 * @internal
 */
export function ManifestPreview(props: ManifestPreviewProps) {
  return (
    <PreviewBoundary>
      <Preview {...props} />
    </PreviewBoundary>
  );
}

function Preview(props: ManifestPreviewProps) {
  const t = useTexts();
  const classes = useStyles();
  const options = readOptions(props.uiSchema);
  const formData = entryOf(props.formContext, 'formData');
  const form = readExposureForm(formData, options);
  const keyOf = (parameter: string) =>
    options.parameters[parameter] ?? parameter;
  const state = useExposurePreview(form, useOwnerTag());
  const isBuilding =
    state.type === 'building' || (state.type === 'built' && state.isBuilding);
  return (
    <Paper variant="outlined" className={classes.root}>
      <Panel
        title={props.schema?.title ?? t('preview.title')}
        aside={<FindingCount state={state} />}
      >
        <div className={classes.progress}>
          {isBuilding && <LinearProgress aria-label={t('preview.building')} />}
        </div>
        <Face
          state={state}
          kind={options.kind}
          isExisting={form.type === 'complete' && form.sources.exists}
          titleOf={parameter =>
            findTitle(entryOf(props.registry, 'rootSchema'), keyOf(parameter))
          }
          isGiven={parameter => Boolean(entryOf(formData, keyOf(parameter)))}
        />
      </Panel>
    </Paper>
  );
}

/** How many findings there are, said when it changes and not with every key. */
function FindingCount(props: { state: PreviewState }) {
  const t = useTexts();
  const { state } = props;
  const ready =
    state.type === 'built' && state.preview.type === 'ready'
      ? state.preview
      : undefined;
  const count = ready?.findings.length;
  return (
    <Typography
      variant="body2"
      color="textSecondary"
      component="span"
      role="status"
      aria-live="polite"
    >
      {count === 0 && t('preview.noFindings')}
      {count !== undefined && count > 0 && t('preview.findings', { count })}
    </Typography>
  );
}

function Face(props: {
  state: PreviewState;
  kind: string;
  isExisting: boolean;
  titleOf: (parameter: string) => string;
  isGiven: (parameter: string) => boolean;
}) {
  const t = useTexts();
  const { state, kind, isExisting, ...ofParameters } = props;
  switch (state.type) {
    case 'incomplete':
      return <Typography variant="body2">{t('preview.incomplete')}</Typography>;
    case 'unknown':
      return (
        <Notice severity="warning">{t('preview.unknownKind', { kind })}</Notice>
      );
    case 'building':
      return <Typography variant="body2">{t('preview.building')}</Typography>;
    case 'failed':
      return <FailedPreview failure={state.failure} retry={state.retry} />;
    default:
      return state.preview.type === 'refused' ? (
        <RefusedFields
          issues={state.preview.issues}
          kind={kind}
          {...ofParameters}
        />
      ) : (
        <PreviewFiles
          preview={state.preview}
          present={state.present}
          retry={state.retry}
          isExisting={isExisting}
        />
      );
  }
}

/** What a page of the form calls a parameter, however deep in its conditions that is; else the parameter's own name. */
function findTitle(schema: unknown, parameter: string): string {
  const search = (node: unknown): string | undefined => {
    if (typeof node !== 'object' || node === null) return undefined;
    const title = entryOf(entryOf(node, parameter), 'title');
    if (typeof title === 'string') return title;
    for (const inner of Object.values(node)) {
      const found = search(inner);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(schema) ?? parameter;
}
