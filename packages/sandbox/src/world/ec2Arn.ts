import { partitionOfRegion } from './regions';
import { ScopedRecord } from './types';

/** The ARN of a resource of EC2, whose records are known by their ids. @public */
export function ec2Arn(record: ScopedRecord, resourceType: string): string {
  const { accountId, region, id } = record;
  return `arn:${partitionOfRegion(
    region,
  )}:ec2:${region}:${accountId}:${resourceType}/${id}`;
}
