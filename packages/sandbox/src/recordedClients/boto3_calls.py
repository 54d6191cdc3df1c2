"""Calls the recorded world with boto3; what it sends is recorded by record.ts."""

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

SERVICE = "vpce-svc-0aaaaaaaaaaaaaa00"
SERVICE_NAME = f"com.amazonaws.vpce.eu-west-1.{SERVICE}"
VPC = "vpc-0aaaaaaaaaaaaaaaa"
SUBNET = "subnet-0aaaaaaaaaaaaaa00"

patient = Config(retries={"mode": "standard", "max_attempts": 3})
sts = boto3.client("sts")
ec2 = boto3.client("ec2", config=patient)
elb = boto3.client("elbv2", config=patient)


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
    else:
        raise AssertionError(f"{code} was expected")


sts.get_caller_identity()
sts.assume_role(RoleArn="arn:aws:iam::444455556666:role/Postern", RoleSessionName="a b")

# A retry of its own accord.
ec2.describe_regions(RegionNames=["eu-west-1"])

pages = ec2.get_paginator("describe_vpc_endpoint_service_configurations")
assert [len(page["ServiceConfigurations"]) for page in pages.paginate(PaginationConfig={"PageSize": 5})] == [5, 2]
ec2.describe_vpc_endpoint_service_configurations(Filters=[{"Name": "tag:Name", "Values": ["service-?"]}], MaxResults=1000)
refused("DryRunOperation", ec2.describe_vpc_endpoint_service_configurations, DryRun=True)
refused("InvalidVpcEndpointServiceId.NotFound", ec2.describe_vpc_endpoint_service_configurations, ServiceIds=["vpce-svc-0bbbbbbbbbbbbbbbb"])
refused("InvalidNextToken", ec2.describe_vpc_endpoint_service_configurations, NextToken="+/=")

ec2.describe_vpc_endpoint_connections(Filters=[{"Name": "service-id", "Values": [SERVICE]}, {"Name": "vpc-endpoint-state", "Values": ["pendingAcceptance"]}])
ec2.accept_vpc_endpoint_connections(ServiceId=SERVICE, VpcEndpointIds=["vpce-0aaaaaaaaaaaaaa01", "vpce-0bbbbbbbbbbbbbbbb"])
ec2.reject_vpc_endpoint_connections(ServiceId=SERVICE, VpcEndpointIds=["vpce-0aaaaaaaaaaaaaa02"])
ec2.modify_vpc_endpoint_service_permissions(ServiceId=SERVICE, AddAllowedPrincipals=["arn:aws:iam::444455556666:root"], RemoveAllowedPrincipals=["*"])
ec2.describe_vpc_endpoint_service_permissions(ServiceId=SERVICE)
ec2.start_vpc_endpoint_service_private_dns_verification(ServiceId=SERVICE)
ec2.modify_vpc_endpoint_service_configuration(ServiceId=SERVICE, AcceptanceRequired=False)
ec2.create_vpc_endpoint_connection_notification(ServiceId=SERVICE, ConnectionNotificationArn="arn:aws:sns:eu-west-1:222233334444:inbox", ConnectionEvents=["Connect", "Delete"])
ec2.describe_vpc_endpoint_connection_notifications()

[free] = elb.describe_load_balancers(Names=["free"])["LoadBalancers"]
new = dict(NetworkLoadBalancerArns=[free["LoadBalancerArn"]], ClientToken="made once", TagSpecifications=[{"ResourceType": "vpc-endpoint-service", "Tags": [{"Key": "Name", "Value": "ü & <b>"}]}])
made = ec2.create_vpc_endpoint_service_configuration(**new)["ServiceConfiguration"]["ServiceId"]
assert ec2.create_vpc_endpoint_service_configuration(**new)["ServiceConfiguration"]["ServiceId"] == made
refused("IdempotentParameterMismatch", ec2.create_vpc_endpoint_service_configuration, **{**new, "AcceptanceRequired": False})
ec2.delete_vpc_endpoint_service_configurations(ServiceIds=[made, SERVICE])

ec2.describe_vpc_endpoint_services(ServiceNames=[f"com.amazonaws.vpce.eu-west-1.vpce-svc-0aaaaaaaaaaaaaa01"])
own = ec2.create_vpc_endpoint(VpcEndpointType="Interface", VpcId=VPC, ServiceName="com.amazonaws.vpce.eu-west-1.vpce-svc-0aaaaaaaaaaaaaa01", SubnetIds=[SUBNET])["VpcEndpoint"]
ec2.modify_vpc_endpoint(VpcEndpointId=own["VpcEndpointId"], AddSubnetIds=["subnet-0aaaaaaaaaaaaaa01"])
ec2.describe_vpc_endpoints(VpcEndpointIds=[own["VpcEndpointId"]])
ec2.delete_vpc_endpoints(VpcEndpointIds=[own["VpcEndpointId"], "vpce-0bbbbbbbbbbbbbbbb"])

ec2.get_waiter("vpc_available").wait(VpcIds=[VPC])
ec2.describe_vpc_attribute(VpcId=VPC, Attribute="enableDnsSupport")
ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [VPC]}])
ec2.describe_availability_zones()
ec2.describe_security_groups(MaxResults=5)
ec2.describe_network_interfaces(Filters=[{"Name": "subnet-id", "Values": [SUBNET]}])

elb.get_waiter("load_balancer_available").wait(Names=["ledger"])
assert len(list(elb.get_paginator("describe_load_balancers").paginate(PaginationConfig={"PageSize": 5}))) == 2
[ledger] = elb.describe_load_balancers(Names=["ledger"])["LoadBalancers"]
arn = ledger["LoadBalancerArn"]
elb.describe_load_balancer_attributes(LoadBalancerArn=arn)
elb.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=[{"Key": "load_balancing.cross_zone.enabled", "Value": "true"}])
[listener] = elb.describe_listeners(LoadBalancerArn=arn)["Listeners"]
elb.modify_listener_attributes(ListenerArn=listener["ListenerArn"], Attributes=[{"Key": "tcp.idle_timeout.seconds", "Value": "600"}])
elb.describe_listener_attributes(ListenerArn=listener["ListenerArn"])
[group] = elb.describe_target_groups(LoadBalancerArn=arn)["TargetGroups"]
elb.get_waiter("target_in_service").wait(TargetGroupArn=group["TargetGroupArn"])
elb.describe_tags(ResourceArns=[arn])
refused("LoadBalancerNotFound", elb.describe_load_balancers, Names=["none"])
