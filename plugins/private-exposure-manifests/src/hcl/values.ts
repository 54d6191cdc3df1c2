/**
 * An expression that stands in the code as it is, such as `data.aws_lb.payments.arn`, or an element of a set:
 * `tolist(aws_acm_certificate.payments.domain_validation_options)[0].resource_record_name`. Never made from user input
 * other than identifiers.
 *
 * @public
 */
export interface HclReference {
  reference: string;
}

/** A value on the right of `=`. @public */
export type HclValue =
  | string
  | number
  | boolean
  | HclReference
  | HclValue[]
  | { object: Record<string, HclValue> };

/** A block: its type, its labels, its attributes in order, and the blocks in it after them. @public */
export interface HclBlock {
  type: string;
  labels: string[];
  attributes: Record<string, HclValue>;
  blocks?: HclBlock[];
}

/** The address of a block: `aws_vpc_endpoint_service.payments`, `data.aws_lb.payments`. @public */
export function hclAddress(block: Pick<HclBlock, 'type' | 'labels'>): string {
  const parts =
    block.type === 'resource' ? block.labels : [block.type, ...block.labels];
  return parts.join('.');
}
