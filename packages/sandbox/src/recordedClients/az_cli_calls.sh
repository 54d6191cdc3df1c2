#!/usr/bin/env bash
# Calls the recorded Azure with the az CLI; what it sends and reads is recorded by __testUtils__/recordAzure.ts.
set -euo pipefail

group=MC_platform
subscription=11111111-cccc-4000-8000-000000000001
export AZURE_CORE_COLLECT_TELEMETRY=false AZURE_CORE_OUTPUT=json AZURE_CORE_INSTANCE_DISCOVERY=false AZURE_CORE_ONLY_SHOW_ERRORS=true
export AZURE_CORE_LOGIN_EXPERIENCE_V2=false

# Runs az and tells what it printed.
read_of() {
  local printed
  printed=$(az "$@")
  curl --silent --show-error --fail --cacert "$REQUESTS_CA_BUNDLE" --data "${printed:-null}" "$READING"
}

refused() {
  local code=$1
  shift
  local printed
  if printed=$(az "$@" 2>&1); then
    echo "$code was expected" >&2
    exit 1
  fi
  grep -q "$code" <<<"$printed" || { echo "$printed" >&2; exit 1; }
  curl --silent --show-error --fail --cacert "$REQUESTS_CA_BUNDLE" --data "{\"refused\": \"$code\"}" "$READING"
}

az cloud register --name recorded \
  --endpoint-resource-manager "$ENDPOINT" \
  --endpoint-active-directory "$ENDPOINT" \
  --endpoint-active-directory-resource-id https://management.azure.com/ \
  --endpoint-active-directory-graph-resource-id https://graph.windows.net/ \
  --endpoint-management https://management.core.windows.net/
az cloud set --name recorded
read_of login --service-principal --username 11111111-bbbb-4000-8000-000000000001 --password provider-secret --tenant 11111111-aaaa-4000-8000-000000000001

read_of network private-link-service list --query '[].name'
read_of network private-link-service show --resource-group $group --name shop
refused ResourceNotFound network private-link-service show --resource-group $group --name nothing

service=/subscriptions/$subscription/resourceGroups/$group/providers/Microsoft.Network/privateLinkServices/shop
read_of network private-endpoint-connection list --id "$service"
connection_of() {
  az network private-endpoint-connection list --id "$service" --query "[?ends_with(properties.privateEndpoint.id, '/$1')].id | [0]" --output tsv
}
one=$(connection_of pe-one)
two=$(connection_of pe-two)
three=$(connection_of pe-three)
read_of network private-endpoint-connection approve --id "$one" --description Agreed
read_of network private-endpoint-connection reject --id "$two" --description 'No contract'
read_of network private-endpoint-connection delete --id "$three" --yes
refused NotFound network private-endpoint-connection show --id "$service/privateEndpointConnections/nothing"

site=/subscriptions/$subscription/resourceGroups/$group/providers/Microsoft.Web/sites/acme-web
read_of network private-endpoint-connection list --id "$site"
waiting=$(az network private-endpoint-connection list --id "$site" --query '[0].id' --output tsv)
read_of network private-endpoint-connection approve --id "$waiting" --description Agreed

az logout
read_of login --service-principal --username 33333333-bbbb-4000-8000-000000000003 --password reader-secret --tenant 11111111-aaaa-4000-8000-000000000001
refused AuthorizationFailed network private-endpoint-connection reject --id "$one"

az logout
read_of login --service-principal --username 22222222-bbbb-4000-8000-000000000002 --password consumer-secret --tenant 22222222-aaaa-4000-8000-000000000002
read_of network private-endpoint create --resource-group consumers --name pe-new --location westeurope \
  --vnet-name network-westeurope --subnet default --private-connection-resource-id "$service" \
  --connection-name shop --manual-request true --request-message 'pe-new asks'
