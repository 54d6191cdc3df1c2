import { HclBlockNode } from '../hcl/readHcl';
import { readHclValue } from '../hcl/readHclValue';
import { HclBlock, HclValue, hclAddress } from '../hcl/values';
import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { isSameBlock } from '../verify/verifyTerraform';
import { SurplusAccess } from './SurplusAccess';
import { refersTo } from './refersTo';
import {
  grantBlock,
  notificationBlock,
  terraformExposure,
  toLabel,
} from './terraformExposure';

const GRANT = 'aws_vpc_endpoint_service_allowed_principal';
const NOTIFICATION = 'aws_vpc_endpoint_connection_notification';

function valueOf(node: HclBlockNode, name: string): HclValue | undefined {
  const attribute = node.attributes.find(other => other.name === name);
  return attribute && readHclValue(attribute);
}

function textOf(node: HclBlockNode, name: string): string | undefined {
  const value = valueOf(node, name);
  return typeof value === 'string' ? value : undefined;
}

function textsOf(node: HclBlockNode, name: string): string[] {
  const value = valueOf(node, name);
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'string')
    : [];
}

/** What this package would write to say what a block says. */
function asWritten(node: HclBlockNode, value: string, label: string): HclBlock {
  return node.labels[0] === GRANT
    ? grantBlock(label, value)
    : notificationBlock(label, {
        topicArn: value,
        events: textsOf(node, 'connection_events'),
      });
}

/**
 * Finds who may ask to connect, and who hears of it, by a Terraform file and not by the intent.
 *
 * @internal
 */
export function findTerraformSurplus(
  blocks: readonly HclBlockNode[],
  intent: AwsPrivateLinkExposureIntent,
): SurplusAccess[] {
  const label = toLabel(intent.endpointService.name);
  const wanted = terraformExposure(intent);
  const asked = new Set(
    wanted.flatMap(({ attributes }) => [
      attributes.principal_arn,
      attributes.connection_notification_arn,
    ]),
  );
  return blocks
    .filter(
      node =>
        node.type === 'resource' &&
        [GRANT, NOTIFICATION].includes(node.labels[0]) &&
        refersTo(node, `aws_vpc_endpoint_service.${label}`) &&
        !wanted.some(block => isSameBlock(node, block)),
    )
    .map((node): SurplusAccess => {
      const isGrant = node.labels[0] === GRANT;
      const value = textOf(
        node,
        isGrant ? 'principal_arn' : 'connection_notification_arn',
      );
      return {
        kind: isGrant ? 'grant' : 'notification',
        address: hclAddress(node),
        value,
        line: node.line,
        isOurs:
          value !== undefined &&
          isSameBlock(node, asWritten(node, value, label)),
      };
    })
    .filter(
      ({ isOurs, value }) => isOurs || value === undefined || !asked.has(value),
    );
}
