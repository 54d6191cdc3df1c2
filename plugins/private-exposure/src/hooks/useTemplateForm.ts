import { useCallback } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { templateRouteRef } from '../routes';

/**
 * Where the form of a software template is, with values filled in. Nothing where the app has no scaffolder.
 *
 * @internal
 */
export function useTemplateForm():
  | ((templateName: string, values: Record<string, string>) => string)
  | undefined {
  const templateLink = useRouteRef(templateRouteRef);
  const toForm = useCallback(
    (templateName: string, values: Record<string, string>) => {
      const path = templateLink?.({ namespace: 'default', templateName });
      // The form takes its first values from this parameter; names that it does not know are left alone.
      return `${path}?formData=${encodeURIComponent(JSON.stringify(values))}`;
    },
    [templateLink],
  );
  return templateLink && toForm;
}
