import { useTemplateForm } from './useTemplateForm';

/**
 * Where the template is that exposes an entity, with the entity filled in. Nothing where the app has no scaffolder.
 *
 * @internal
 */
export function useTemplateLink(entityRef: string): string | undefined {
  return useTemplateForm()?.('expose-aws-privatelink', { entityRef });
}
