import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard, Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import ReviewIcon from '@material-ui/icons/RateReview';
import ConflictIcon from '@material-ui/icons/Warning';
import { makeStyles } from '@material-ui/core/styles';
import {
  resourceAnnotations,
  type EntitySummary,
} from '@postern/backstage-plugin-private-exposure-common';
import { useEntitySummary } from '../../hooks/useEntityExposures';
import { useTemplateLink } from '../../hooks/useTemplateLink';
import { useTexts } from '../../hooks/useTexts';
import { tabRouteRef } from '../../routes';
import { QueryFace } from '../primitives/QueryFace';
import { ExposureLine } from './ExposureLine';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li + li': {
        borderTop: `1px solid ${theme.palette.divider}`,
        marginTop: theme.spacing(1.5),
        paddingTop: theme.spacing(1.5),
      },
    },
    notes: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      '* + &': { marginTop: theme.spacing(1.5) },
    },
    note: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      '& svg': { color: theme.palette.text.secondary },
    },
  }),
  { name: 'PrivateExposureCard' },
);

/**
 * The card on the overview of the entity page: one line per exposure.
 *
 * @internal
 */
export function EntityExposureCard() {
  const t = useTexts();
  const { entity } = useEntity();
  const query = useEntitySummary(stringifyEntityRef(entity));
  const tabLink = useRouteRef(tabRouteRef);
  return (
    <InfoCard
      title={t('common.title')}
      variant="gridItem"
      deepLink={tabLink && { title: t('card.open'), link: tabLink() }}
    >
      <QueryFace query={query} lines={2}>
        {summary => <SummaryLines summary={summary} />}
      </QueryFace>
    </InfoCard>
  );
}

function SummaryLines(props: { summary: EntitySummary }) {
  const t = useTexts();
  const classes = useStyles();
  const { exposures, openChanges, conflicts } = props.summary;
  const isEmpty = exposures.length + openChanges + conflicts === 0;
  if (isEmpty) return <EmptyCard entityRef={props.summary.entityRef} />;
  return (
    <>
      {exposures.length > 0 && (
        <ul className={classes.list}>
          {exposures.map(exposure => (
            <li key={exposure.id}>
              <ExposureLine exposure={exposure} />
            </li>
          ))}
        </ul>
      )}
      {openChanges + conflicts > 0 && (
        <div className={classes.notes}>
          {openChanges > 0 && (
            <Typography variant="body2" className={classes.note}>
              <ReviewIcon aria-hidden />
              {t('card.openChanges', { count: openChanges })}
            </Typography>
          )}
          {conflicts > 0 && (
            <Typography variant="body2" className={classes.note}>
              <ConflictIcon aria-hidden />
              {t('card.conflicts', { count: conflicts })}
            </Typography>
          )}
        </div>
      )}
    </>
  );
}

function EmptyCard(props: { entityRef: string }) {
  const t = useTexts();
  const { entity } = useEntity();
  const templateLink = useTemplateLink(props.entityRef);
  const { annotations = {} } = entity.metadata;
  // What is named exists somewhere, so it is not none, and a second one is not the next thing to do.
  const namesResource = Object.values(resourceAnnotations).some(
    annotation => annotations[annotation] !== undefined,
  );
  if (namesResource) {
    return <Typography variant="body2">{t('card.namedButNotSeen')}</Typography>;
  }
  return (
    <Typography variant="body2">
      {t('card.empty')}{' '}
      {templateLink && <Link to={templateLink}>{t('card.expose')}</Link>}
    </Typography>
  );
}
