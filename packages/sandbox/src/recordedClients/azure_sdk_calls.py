"""Calls the recorded Azure with Azure's SDK for Python; what it sends and reads is recorded by __testUtils__/recordAzure.ts."""

import json
import os
import ssl
import urllib.request

from azure.core.exceptions import HttpResponseError
from azure.identity import ClientSecretCredential
from azure.mgmt.cdn import CdnManagementClient
from azure.mgmt.network import NetworkManagementClient
from azure.mgmt.web import WebSiteManagementClient

ENDPOINT = os.environ["ENDPOINT"]
TRUST = ssl.create_default_context(cafile=os.environ["REQUESTS_CA_BUNDLE"])
GROUP = "MC_platform"
NAMES = ["shop", "stock", "ledger", "blog", "mail", "news"]
PROVIDER = ("11111111-aaaa-4000-8000-000000000001", "11111111-bbbb-4000-8000-000000000001", "provider-secret")
READER = (PROVIDER[0], "33333333-bbbb-4000-8000-000000000003", "reader-secret")
CONSUMER = ("22222222-aaaa-4000-8000-000000000002", "22222222-bbbb-4000-8000-000000000002", "consumer-secret")
SUBSCRIPTION = "11111111-cccc-4000-8000-000000000001"
CONSUMERS = "22222222-cccc-4000-8000-000000000002"


def client(kind, who=PROVIDER, subscription=SUBSCRIPTION):
    credential = ClientSecretCredential(*who, authority=ENDPOINT, disable_instance_discovery=True)
    return kind(credential, subscription, base_url=ENDPOINT)


def read(value):
    """Tells what the client made of the last answer."""
    body = json.dumps(value, default=str).encode()
    urllib.request.urlopen(urllib.request.Request(os.environ["READING"], body), context=TRUST).close()


def refused(status, code, call, *arguments):
    try:
        call(*arguments)
    except HttpResponseError as error:
        assert error.status_code == status, error
        read({"refused": error.error.code})
        assert error.error.code == code, error
    else:
        raise AssertionError(f"{code} was expected")


network = client(NetworkManagementClient)
services = network.private_link_services

listed = list(services.list_by_subscription())
assert [one.name for one in listed] == NAMES, listed
read({"names": [one.name for one in listed]})
assert [one.name for one in services.list(GROUP)] == NAMES
shop = services.get(GROUP, "shop")
assert shop.provisioning_state == "Succeeded" and shop.alias.startswith("shop."), shop
read(shop.as_dict())

connections = {one.private_endpoint.id.split("/")[-1]: one for one in services.list_private_endpoint_connections(GROUP, "shop")}
assert len(connections) == 4, connections
read({"states": {key: one.private_link_service_connection_state.status for key, one in connections.items()}})


def decide(key, status, description):
    connection = services.get_private_endpoint_connection(GROUP, "shop", connections[key].name)
    state = connection.private_link_service_connection_state
    state.status, state.description = status, description
    changed = services.update_private_endpoint_connection(GROUP, "shop", connection.name, connection)
    assert changed.private_link_service_connection_state.status == status, changed
    read(changed.as_dict())


decide("pe-one", "Approved", "Agreed")
decide("pe-two", "Rejected", "No contract")
services.begin_delete_private_endpoint_connection(GROUP, "shop", connections["pe-three"].name).result()
refused(404, "NotFound", services.get_private_endpoint_connection, GROUP, "shop", connections["pe-three"].name)
refused(404, "ResourceNotFound", services.get, GROUP, "nothing")
refused(404, "ResourceGroupNotFound", lambda: list(services.list("nowhere")))
reader = client(NetworkManagementClient, READER).private_link_services
refused(403, "AuthorizationFailed", reader.update_private_endpoint_connection, GROUP, "shop", connections["pe-one"].name, connections["pe-one"])

consumer = client(NetworkManagementClient, CONSUMER, CONSUMERS)
subnet = consumer.subnets.get("consumers", "network-westeurope", "default")
endpoint = consumer.private_endpoints.begin_create_or_update("consumers", "pe-new", {
    "location": "westeurope",
    "properties": {
        "subnet": {"id": subnet.id},
        "manualPrivateLinkServiceConnections": [{
            "name": "shop",
            "properties": {"privateLinkServiceId": shop.alias, "requestMessage": "pe-new asks"},
        }],
    },
}).result()
assert endpoint.provisioning_state == "Succeeded", endpoint
assert endpoint.manual_private_link_service_connections[0].private_link_service_connection_state.status == "Pending", endpoint
read(endpoint.as_dict())

cdn = client(CdnManagementClient)
profiles = list(cdn.profiles.list())
assert [one.name for one in profiles] == ["fd-acme"], profiles
read({"names": [one.name for one in profiles]})
groups = list(cdn.afd_origin_groups.list_by_profile(GROUP, "fd-acme"))
origins = list(cdn.afd_origins.list_by_origin_group(GROUP, "fd-acme", groups[0].name))
assert origins[0].shared_private_link_resource.private_link.id == shop.id, origins
read({"value": [one.as_dict() for one in origins]})

web = client(WebSiteManagementClient).web_apps
waiting = list(web.get_private_endpoint_connection_list(GROUP, "acme-web"))
assert len(waiting) == 2, waiting
read({"states": {one.private_endpoint.id.split("/")[-1]: one.private_link_service_connection_state.status for one in waiting}})
approved = web.begin_approve_or_reject_private_endpoint_connection(GROUP, "acme-web", waiting[0].name, {
    "properties": {"privateLinkServiceConnectionState": {"status": "Approved", "description": "Agreed"}},
}).result()
assert approved.private_link_service_connection_state.status == "Approved", approved
read(approved.as_dict())
web.begin_delete_private_endpoint_connection(GROUP, "acme-web", waiting[1].name).result()
