#!/usr/bin/env bash
# Calls the recorded world with the aws CLI; what it sends is recorded by record.ts.
set -euo pipefail
export AWS_RETRY_MODE=standard

service=vpce-svc-0aaaaaaaaaaaaaa00

refused() {
  local code=$1
  shift
  ! aws "$@" 2>refusal.txt || { echo "$code was expected"; exit 1; }
  grep -q "($code)" refusal.txt || { cat refusal.txt; exit 1; }
  rm refusal.txt
}

aws sts get-caller-identity
aws sts assume-role --role-arn arn:aws:iam::444455556666:role/Postern --role-session-name cli
aws ec2 describe-regions --region-names eu-west-1
aws ec2 describe-vpc-endpoint-service-configurations --page-size 5 --filters 'Name=service-state,Values=Available'
refused DryRunOperation ec2 accept-vpc-endpoint-connections --dry-run --service-id "$service" --vpc-endpoint-ids vpce-0aaaaaaaaaaaaaa01
aws ec2 accept-vpc-endpoint-connections --service-id "$service" --vpc-endpoint-ids vpce-0aaaaaaaaaaaaaa01 vpce-0bbbbbbbbbbbbbbbb
aws ec2 describe-vpc-endpoint-connections --filters "Name=service-id,Values=$service"
aws ec2 modify-vpc-endpoint-service-permissions --service-id "$service" --add-allowed-principals '["arn:aws:iam::444455556666:root"]'
aws ec2 describe-vpc-endpoint-service-permissions --service-id "$service"
aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id vpc-0aaaaaaaaaaaaaaaa --service-name "com.amazonaws.vpce.eu-west-1.vpce-svc-0aaaaaaaaaaaaaa01" --subnet-ids subnet-0aaaaaaaaaaaaaa00 --client-token once --tag-specifications 'ResourceType=vpc-endpoint,Tags=[{Key=Name,Value=a b}]'
aws ec2 describe-vpc-attribute --vpc-id vpc-0aaaaaaaaaaaaaaaa --attribute enableDnsSupport
refused InvalidVpcEndpointServiceId.NotFound ec2 describe-vpc-endpoint-service-configurations --service-ids vpce-svc-0bbbbbbbbbbbbbbbb
aws elbv2 wait load-balancer-available --names ledger
arn=$(aws elbv2 describe-load-balancers --names ledger --query 'LoadBalancers[0].LoadBalancerArn' --output text)
aws elbv2 describe-load-balancer-attributes --load-balancer-arn "$arn"
listener=$(aws elbv2 describe-listeners --load-balancer-arn "$arn" --query 'Listeners[0].ListenerArn' --output text)
aws elbv2 describe-listener-attributes --listener-arn "$listener"
group=$(aws elbv2 describe-target-groups --load-balancer-arn "$arn" --query 'TargetGroups[0].TargetGroupArn' --output text)
aws elbv2 describe-target-health --target-group-arn "$group"
aws elbv2 describe-tags --resource-arns "$arn"

aws cloudfront list-distributions --page-size 2 --query 'DistributionList.Items[].Id'
aws cloudfront get-distribution --id E0AAAAAAAAAA1
refused NoSuchDistribution cloudfront get-distribution --id E0BBBBBBBBBB1
acl=$(aws wafv2 list-web-acls --scope CLOUDFRONT --region us-east-1 --query 'WebACLs[0].ARN' --output text)
refused WAFNonexistentItemException wafv2 get-logging-configuration --resource-arn "$acl" --region us-east-1
refused WAFInvalidParameterException wafv2 list-web-acls --scope CLOUDFRONT
aws acm list-certificates --region us-east-1 --certificate-statuses ISSUED
aws route53 list-resource-record-sets --hosted-zone-id Z0AAAAAAAAAAAAAAAAAAA
aws route53 change-resource-record-sets --hosted-zone-id Z0AAAAAAAAAAAAAAAAAAA --change-batch '{"Changes":[{"Action":"UPSERT","ResourceRecordSet":{"Name":"*.c.acme.example","Type":"TXT","TTL":60,"ResourceRecords":[{"Value":"\"a b\""}]}}]}'
aws ram list-resources --resource-owner SELF --resource-type ec2:Subnet
aws eks describe-cluster --name shop --query cluster.identity.oidc.issuer
aws iam get-role --role-name controller
aws resourcegroupstaggingapi get-resources --resource-type-filters elasticloadbalancing:loadbalancer --tag-filters Key=Name,Values=old
aws elb describe-instance-health --load-balancer-name old
