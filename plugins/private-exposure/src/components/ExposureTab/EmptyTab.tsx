import { stringifyEntityRef } from '@backstage/catalog-model';
import { EmptyState, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import {
  ANNOTATION_AWS_ENDPOINT_SERVICE,
  ANNOTATION_KUBERNETES_SERVICE,
  DEFAULT_OWNER_TAG,
  isPrivateExposureAvailable,
  type EntityExposures,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { templateRouteRef } from '../../routes';

/**
 * Nothing to show: either the entity names nothing, or what it names was never seen.
 *
 * @internal
 */
export function EmptyTab(props: {
  unresolved: NonNullable<EntityExposures['unresolved']>;
}) {
  const t = useTexts();
  const { entity } = useEntity();
  if (props.unresolved.length > 0 || isPrivateExposureAvailable(entity)) {
    return (
      <EmptyState
        missing="content"
        title={t('tab.nothingFoundTitle')}
        description={t('tab.nothingFoundDescription')}
        action={<ExposeButton />}
      />
    );
  }
  return (
    <div>
      <EmptyState
        missing="content"
        title={t('tab.emptyTitle')}
        description={t('tab.emptyDescription')}
        action={<ExposeButton />}
      />
      <Typography gutterBottom>
        {t('tab.ownerTagHint', {
          tag: <code>{DEFAULT_OWNER_TAG}</code>,
          entityRef: <code>{stringifyEntityRef(entity)}</code>,
        })}
      </Typography>
      <MissingAnnotationEmptyState
        annotation={[
          ANNOTATION_KUBERNETES_SERVICE,
          ANNOTATION_AWS_ENDPOINT_SERVICE,
        ]}
      />
    </div>
  );
}

function ExposeButton() {
  const t = useTexts();
  const templateLink = useRouteRef(templateRouteRef);
  if (!templateLink) return null;
  const to = templateLink({
    namespace: 'default',
    templateName: 'expose-aws-privatelink',
  });
  return (
    <LinkButton to={to} variant="contained" color="primary">
      {t('card.expose')}
    </LinkButton>
  );
}
