import { stringifyEntityRef } from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ANNOTATION_AWS_ENDPOINT_SERVICE,
  ANNOTATION_KUBERNETES_SERVICE,
  isPrivateExposureAvailable,
  type EntityExposures,
} from '@postern/backstage-plugin-private-exposure-common';
import { useOwnerTag } from '../../hooks/useOwnerTag';
import { useTemplateLink } from '../../hooks/useTemplateLink';
import { useTexts } from '../../hooks/useTexts';
import { CodeBlock } from '../primitives/CodeBlock';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
      padding: theme.spacing(3),
    },
    hint: { marginTop: theme.spacing(3), overflowWrap: 'anywhere' },
  }),
  { name: 'PrivateExposureEmptyTab' },
);

const annotationExample = `metadata:
  annotations:
    ${ANNOTATION_KUBERNETES_SERVICE}: <cluster>/<namespace>/<service>
    # or
    ${ANNOTATION_AWS_ENDPOINT_SERVICE}: <ARN of the endpoint service>
`;

/**
 * Nothing to show: either the entity names nothing, or what it names was never seen. That there is nothing, only sources
 * that were all looked into can say.
 *
 * @internal
 */
export function EmptyTab(props: {
  unresolved: NonNullable<EntityExposures['unresolved']>;
  sources: EntityExposures['sources'];
}) {
  const t = useTexts();
  const classes = useStyles();
  const { entity } = useEntity();
  const ownerTag = useOwnerTag();
  if (props.unresolved.length > 0 || isPrivateExposureAvailable(entity)) {
    return (
      <Face
        title={t('tab.nothingFoundTitle')}
        description={t('tab.nothingFoundDescription')}
        // What is named exists somewhere, so a second one is not the next thing to do.
        withTemplate={props.unresolved.length === 0}
      />
    );
  }
  const isWhole = props.sources.every(({ source }) => source.state === 'fresh');
  return (
    <div>
      <Face
        title={isWhole ? t('tab.emptyTitle') : t('tab.unseenTitle')}
        description={
          isWhole ? t('tab.emptyDescription') : t('tab.unseenDescription')
        }
        withTemplate
      />
      <Typography className={classes.hint} gutterBottom>
        {t('tab.ownerTagHint', {
          tag: <code>{ownerTag}</code>,
          entityRef: <code>{stringifyEntityRef(entity)}</code>,
        })}
      </Typography>
      <CodeBlock text={annotationExample} what={t('tab.annotations')} />
    </div>
  );
}

function Face(props: {
  title: string;
  description: string;
  /** Offer the template that exposes the entity. */
  withTemplate: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { entity } = useEntity();
  const templateLink = useTemplateLink(stringifyEntityRef(entity));
  return (
    <Paper className={classes.root}>
      <Typography variant="h5" component="h2" style={{ margin: 0 }}>
        {props.title}
      </Typography>
      <Typography>{props.description}</Typography>
      {props.withTemplate && templateLink && (
        <LinkButton to={templateLink} variant="contained" color="primary">
          {t('card.expose')}
        </LinkButton>
      )}
    </Paper>
  );
}
