import { useRouteRef } from '@backstage/core-plugin-api';
import { templateRouteRef } from '../routes';

/**
 * Where the template is that exposes an entity, with the entity filled in. Nothing where the app has no scaffolder.
 *
 * @internal
 */
export function useTemplateLink(entityRef: string): string | undefined {
  const templateLink = useRouteRef(templateRouteRef);
  if (!templateLink) return undefined;
  const path = templateLink({
    namespace: 'default',
    templateName: 'expose-aws-privatelink',
  });
  // The form takes its first values from this parameter; names that it does not know are left alone.
  const formData = encodeURIComponent(JSON.stringify({ entityRef }));
  return `${path}?formData=${formData}`;
}
