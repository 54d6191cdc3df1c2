import { CatalogClaimIntent } from '../intents/catalogClaim';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { bullets, section, table } from './sections';

/** How a tag is set by hand; ids and references have no quotes in them. */
function tagCommand({ nativeId, ownerTag, entityRef }: CatalogClaimIntent) {
  const tag = `'${ownerTag}=${entityRef}'`;
  if (!nativeId.startsWith('arn:')) {
    return `az tag update --resource-id '${nativeId}' --operation Merge --tags ${tag}`;
  }
  // Global resources such as distributions are tagged in one region.
  const region = nativeId.split(':')[3] || 'us-east-1';
  return `aws resourcegroupstaggingapi tag-resources --region ${region} --resource-arn-list '${nativeId}' --tags ${tag}`;
}

/**
 * The body of a claim's pull request.
 *
 * @internal
 */
export function describeCatalogClaim(intent: CatalogClaimIntent): string {
  const { entityRef, nativeId, annotation, path, component } = intent;
  const { ownerTag, reason } = intent;
  const tag = code(`${ownerTag} = ${entityRef}`);
  return [
    `Claims a cloud resource for ${code(entityRef)}.\n\n`,
    table(
      ['property', 'value'],
      [
        ['resource', code(nativeId)],
        ['owner', code(entityRef)],
        ['annotation', code(annotation)],
        ...(component
          ? [
              [
                'new component',
                `${code(path)}, owned by ${code(component.owner)}`,
              ],
            ]
          : []),
      ],
    ),
    reason ? `\nReason given: ${plain(reason)}\n` : '',
    section(
      'What to check',
      bullets([
        'The resource is the one that is meant: compare its id with the cloud console.',
        'Its owner agrees. An annotation is written by the author of this file and proves nothing by itself.',
      ]),
    ),
    section(
      'What confirms it',
      `By the annotation alone the claim stays unconfirmed: the component's page shows the resource, and nothing is decided on it. Tag the resource with ${tag}. Where code looks after it, set the tag there, or the next run removes it; where a controller does, in the annotation that sets tags. By hand:\n\n\`\`\`shell\n${tagCommand(
        intent,
      )}\n\`\`\`\n`,
    ),
    section(
      'How to undo it',
      `Revert this change, and remove the tag if it was set. The resource itself is not touched by either.\n`,
    ),
  ].join('');
}
