import {
  editCatalogAnnotation,
  namesEntity,
  readCatalogFile,
} from './builders/editCatalogAnnotation';
import { BuildResult, ExistingFiles, ManifestObject } from './builders/types';
import { describeCatalogClaim } from './describe/catalogClaim';
import { appendDocument } from './edit/editManifest';
import { YamlText } from './edit/YamlText';
import { UnsafeEditError } from './errors';
import {
  CatalogClaimInput,
  CatalogClaimIntent,
  catalogClaimIntentSchema,
} from './intents/catalogClaim';
import { parseIntent } from './intents/parseIntent';
import { verifyEdit } from './verify/verifyEdit';
import { verifyManifest } from './verify/verifyManifest';
import { stringifyManifest } from './yaml/stringifyManifest';

/** Name of a new component in its kind and namespace. */
function nameOf(entityRef: string): { namespace: string; name: string } {
  const [namespace, name] = entityRef.split(':')[1].split('/');
  return { namespace, name };
}

function newComponent(
  intent: CatalogClaimIntent,
  component: NonNullable<CatalogClaimIntent['component']>,
): ManifestObject {
  const { namespace, name } = nameOf(intent.entityRef);
  const { owner, type, lifecycle, description } = component;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      ...(namespace !== 'default' && { namespace }),
      ...(description && { description }),
      annotations: { [intent.annotation]: intent.nativeId },
    },
    spec: { type, lifecycle, owner },
  };
}

function addComponent(
  intent: CatalogClaimIntent,
  component: NonNullable<CatalogClaimIntent['component']>,
  before: string | undefined,
): string {
  const { path, entityRef } = intent;
  const created = newComponent(intent, component);
  if (before === undefined || before.trim() === '') {
    const content = stringifyManifest(created);
    verifyManifest({ path, content, wanted: [created] });
    return content;
  }
  const file = YamlText.parse(path, before);
  if (readCatalogFile(file).some(plain => namesEntity(plain, entityRef))) {
    throw new UnsafeEditError({
      path,
      message: `has ${entityRef} already; claim the resource for it as for any component`,
    });
  }
  const content = appendDocument(file, created);
  const after = YamlText.parse(path, content);
  verifyEdit({ before: file, after, added: created });
  return content;
}

function addAnnotation(
  intent: CatalogClaimIntent,
  before: string | undefined,
): string {
  const { path, entityRef, annotation, nativeId } = intent;
  const content =
    before &&
    editCatalogAnnotation(
      { path, text: before },
      { entityRef, annotation, value: nativeId },
    );
  if (!content) {
    throw new UnsafeEditError({
      path,
      message: `${
        before === undefined ? 'is not there' : `does not hold ${entityRef}`
      }; name the file of the repository that does`,
    });
  }
  return content;
}

/**
 * Has an entity claim a cloud resource in its own catalog file, edited in place, or drafts a component that does. What is
 * claimed already leaves no file to write.
 *
 * @throws {@link InvalidIntentError}
 * @throws {@link UnsafeEditError} where the file does not hold the entity, or holds the one that is to be new.
 * @public
 */
export function buildCatalogClaim(
  input: CatalogClaimInput,
  options: { existing: ExistingFiles },
): BuildResult {
  const intent = parseIntent(catalogClaimIntentSchema, input);
  const { path, entityRef, nativeId, component } = intent;
  const before = Object.hasOwn(options.existing, path)
    ? options.existing[path]
    : undefined;
  const content = component
    ? addComponent(intent, component, before)
    : addAnnotation(intent, before);
  const { name } = nameOf(entityRef);
  // What is last in a load balancer's ARN names nothing to a person.
  const resource = nativeId.split(/[/:]/).slice(-2).join('/');
  return {
    files: content === before ? [] : [{ path, content }],
    deletedPaths: [],
    findings: [],
    title: `Claim ${resource} for ${name}`,
    description: describeCatalogClaim(intent),
  };
}
