#!/usr/bin/env python3
"""Builds a connection between two regions with the official Python SDK, against the sandbox, and takes it down again.

Usage: cross_region.py ANNOUNCEMENT
ANNOUNCEMENT is the line of JSON that `runbook sandbox --format json` prints: two clouds, and a cluster in each.

Nothing of the SDK is changed but the endpoint of its clients; resources are polled as its users poll them.
"""

import json
import sys
import time
import uuid

from alibabacloud_cbn20170912 import models as cbn
from alibabacloud_cbn20170912.client import Client as CbnClient
from alibabacloud_elasticsearch20170613 import models as es
from alibabacloud_elasticsearch20170613.client import Client as EsClient
from alibabacloud_nlb20220430 import models as nlb
from alibabacloud_nlb20220430.client import Client as NlbClient
from alibabacloud_privatelink20200415 import models as link
from alibabacloud_privatelink20200415.client import Client as LinkClient
from alibabacloud_tea_openapi import models as openapi
from alibabacloud_vpc20160428 import models as vpc
from alibabacloud_vpc20160428.client import Client as VpcClient

seen = {}


class Cloud:
    def __init__(self, announced):
        self.region = announced["region"]
        config = openapi.Config(
            access_key_id=announced["access_key_id"], access_key_secret=announced["access_key_secret"],
            region_id=self.region, endpoint=announced["endpoint"], protocol="http")
        self.vpc, self.cbn, self.nlb = VpcClient(config), CbnClient(config), NlbClient(config)
        self.link, self.es = LinkClient(config), EsClient(config)


def token():
    return str(uuid.uuid4())


def is_gone(error):
    code = getattr(error, "code", "") or ""
    return "NotFound" in code or getattr(error, "status_code", 0) == 404


def poll(what, read, wanted, limit=120):
    """Reads every second until a value is there; None stands for gone."""
    for _ in range(limit):
        try:
            value = read()
        except Exception as error:
            if not is_gone(error):
                raise
            value = None
        if seen.setdefault(what, [None])[-1] != value:
            seen[what].append(value)
        if value == wanted:
            return
        time.sleep(0.3)
    raise SystemExit(f"{what} never became {wanted}: {seen[what]}")


def first(rows, field):
    return getattr(rows[0], field) if rows else None


def refused(code, call):
    try:
        call()
    except Exception as error:
        assert error.code == code, f"{error.code}, not {code}"
        return
    raise AssertionError(f"not refused with {code}")


class Sequence:
    def __init__(self, follower, leader, follower_id, leader_id):
        self.near, self.far = follower, leader
        self.follower_id, self.leader_id = follower_id, leader_id

    def preconditions(self):
        for cloud, instance in [(self.near, self.follower_id), (self.far, self.leader_id)]:
            result = cloud.es.describe_instance(instance).body.result
            assert result.status == "active" and result.arch_type == "public", result
            cloud.vpc_id = result.network_config.vpc_id
            network = cloud.vpc.describe_vpcs(
                vpc.DescribeVpcsRequest(region_id=cloud.region, vpc_id=cloud.vpc_id)).body.vpcs.vpc[0]
            cloud.range = network.cidr_block
            rows = cloud.vpc.describe_vswitches(
                vpc.DescribeVSwitchesRequest(region_id=cloud.region, vpc_id=cloud.vpc_id)).body.v_switches.v_switch
            zones = {row.zone_id: row.v_switch_id for row in rows if row.available_ip_address_count > 0}
            available = cloud.cbn.list_transit_router_available_resource(
                cbn.ListTransitRouterAvailableResourceRequest(region_id=cloud.region)).body.available_zones
            cloud.zones = [(zone, zones[zone]) for zone in sorted(zones) if zone in available][:2]
            assert len(cloud.zones) == 2, zones
        assert self.near.range != self.far.range
        assert self.near.cbn.check_transit_router_service(
            cbn.CheckTransitRouterServiceRequest()).body.enabled == "true"
        assert self.near.link.check_product_open().body.success

    def routers(self):
        same = token()
        make = lambda: self.near.cbn.create_cen(cbn.CreateCenRequest(name="ccr", client_token=same)).body.cen_id
        self.cen = make()
        assert make() == self.cen, "the token was not taken"
        filters = [cbn.DescribeCensRequestFilter(key="CenId", value=[self.cen])]
        poll("cen", lambda: first(
            self.near.cbn.describe_cens(cbn.DescribeCensRequest(filter=filters)).body.cens.cen, "status"), "Active")
        for cloud in [self.far, self.near]:
            cloud.router = cloud.cbn.create_transit_router(cbn.CreateTransitRouterRequest(
                cen_id=self.cen, region_id=cloud.region, client_token=token())).body.transit_router_id
            poll("router", lambda: first(cloud.cbn.list_transit_routers(cbn.ListTransitRoutersRequest(
                cen_id=self.cen, region_id=cloud.region)).body.transit_routers, "status"), "Active")
            mappings = [cbn.CreateTransitRouterVpcAttachmentRequestZoneMappings(zone_id=zone, v_switch_id=vswitch)
                        for zone, vswitch in cloud.zones]
            refused("IllegalParam.ZoneMappings", lambda: cloud.cbn.create_transit_router_vpc_attachment(
                cbn.CreateTransitRouterVpcAttachmentRequest(
                    cen_id=self.cen, transit_router_id=cloud.router, region_id=cloud.region, vpc_id=cloud.vpc_id,
                    zone_mappings=mappings[:1])))
            cloud.attachment = cloud.cbn.create_transit_router_vpc_attachment(
                cbn.CreateTransitRouterVpcAttachmentRequest(
                    cen_id=self.cen, transit_router_id=cloud.router, region_id=cloud.region, vpc_id=cloud.vpc_id,
                    zone_mappings=mappings, auto_publish_route_enabled=True, client_token=token(),
                )).body.transit_router_attachment_id
            poll("attachment", lambda: first(cloud.cbn.list_transit_router_vpc_attachments(
                cbn.ListTransitRouterVpcAttachmentsRequest(
                    cen_id=self.cen, transit_router_id=cloud.router, region_id=cloud.region,
                )).body.transit_router_attachments, "status"), "Attached")
        self.peer = self.near.cbn.create_transit_router_peer_attachment(
            cbn.CreateTransitRouterPeerAttachmentRequest(
                cen_id=self.cen, transit_router_id=self.near.router, region_id=self.near.region,
                peer_transit_router_id=self.far.router, peer_transit_router_region_id=self.far.region,
                bandwidth_type="DataTransfer", bandwidth=100, auto_publish_route_enabled=True, client_token=token(),
            )).body.transit_router_attachment_id
        poll("peer", lambda: first(self.peers(), "status"), "Attached")

    def peers(self):
        return self.near.cbn.list_transit_router_peer_attachments(cbn.ListTransitRouterPeerAttachmentsRequest(
            cen_id=self.cen, transit_router_id=self.near.router)).body.transit_router_attachments

    def links(self):
        for cloud in [self.near, self.far]:
            cloud.table = first(cloud.cbn.list_transit_router_route_tables(cbn.ListTransitRouterRouteTablesRequest(
                transit_router_id=cloud.router, transit_router_route_table_type="System",
            )).body.transit_router_route_tables, "transit_router_route_table_id")
            for attachment in [cloud.attachment, self.peer]:
                yield cloud.cbn, attachment, cloud.table

    def routing(self):
        for client, attachment, table in self.links():
            client.associate_transit_router_attachment_with_route_table(
                cbn.AssociateTransitRouterAttachmentWithRouteTableRequest(
                    transit_router_attachment_id=attachment, transit_router_route_table_id=table))
            poll("association", lambda: self.association(client, attachment, table), "Active")
            client.enable_transit_router_route_table_propagation(
                cbn.EnableTransitRouterRouteTablePropagationRequest(
                    transit_router_attachment_id=attachment, transit_router_route_table_id=table))
            poll("propagation", lambda: self.propagation(client, attachment, table), "Active")
        entries = self.near.cbn.list_transit_router_route_entries(cbn.ListTransitRouterRouteEntriesRequest(
            transit_router_route_table_id=self.near.table)).body.transit_router_route_entries
        assert len(entries) == 4, entries
        table = first(self.near.vpc.describe_route_table_list(vpc.DescribeRouteTableListRequest(
            region_id=self.near.region, vpc_id=self.near.vpc_id)).body.router_table_list.router_table_list_type,
            "route_table_id")
        entries = self.near.vpc.describe_route_entry_list(vpc.DescribeRouteEntryListRequest(
            region_id=self.near.region, route_table_id=table, route_entry_type="CEN")).body.route_entrys.route_entry
        assert entries and entries[0].next_hops.next_hop[0].next_hop_id == self.near.attachment, entries

    def association(self, client, attachment, table):
        return first(client.list_transit_router_route_table_associations(
            cbn.ListTransitRouterRouteTableAssociationsRequest(
                transit_router_attachment_id=attachment, transit_router_route_table_id=table,
            )).body.transit_router_associations, "status")

    def propagation(self, client, attachment, table):
        return first(client.list_transit_router_route_table_propagations(
            cbn.ListTransitRouterRouteTablePropagationsRequest(
                transit_router_attachment_id=attachment, transit_router_route_table_id=table,
            )).body.transit_router_propagations, "status")

    def whitelist(self, mode):
        self.far.es.modify_white_ips(self.leader_id, es.ModifyWhiteIpsRequest(
            modify_mode=mode, client_token=token(), white_ip_group=es.ModifyWhiteIpsRequestWhiteIpGroup(
                group_name="default", ips=[self.near.range], white_ip_type="PRIVATE_ES")))
        poll("whitelist", lambda: self.far.es.describe_instance(self.leader_id).body.result.status, "active")

    def balancer(self):
        near, client = self.near, self.near.nlb
        leader = self.far.es.list_all_node(self.leader_id, es.ListAllNodeRequest()).body.result[0].host
        self.group = client.create_server_group(nlb.CreateServerGroupRequest(
            region_id=near.region, server_group_name="ccr", server_group_type="Ip", protocol="TCP", vpc_id=near.vpc_id,
            any_port_enabled=True, client_token=token(), health_check_config=nlb.CreateServerGroupRequestHealthCheckConfig(
                health_check_enabled=True, health_check_type="TCP", health_check_connect_port=9300),
        )).body.server_group_id
        poll("group", self.group_status, "Available")
        client.add_servers_to_server_group(nlb.AddServersToServerGroupRequest(
            region_id=near.region, server_group_id=self.group, servers=[nlb.AddServersToServerGroupRequestServers(
                server_id=leader, server_ip=leader, server_type="Ip", port=0)]))
        self.leader_ip = leader
        poll("server", lambda: first(client.list_server_group_servers(nlb.ListServerGroupServersRequest(
            region_id=near.region, server_group_id=self.group)).body.servers, "status"), "Available")
        self.nlb_id = client.create_load_balancer(nlb.CreateLoadBalancerRequest(
            region_id=near.region, load_balancer_type="network", address_type="Intranet", vpc_id=near.vpc_id,
            load_balancer_name="ccr", client_token=token(), zone_mappings=[
                nlb.CreateLoadBalancerRequestZoneMappings(zone_id=zone, v_switch_id=vswitch)
                for zone, vswitch in near.zones])).body.loadbalancer_id
        poll("balancer", self.balancer_status, "Active")
        answer = client.create_listener(nlb.CreateListenerRequest(
            region_id=near.region, load_balancer_id=self.nlb_id, listener_protocol="TCP", listener_port=0,
            start_port=9200, end_port=9300, server_group_id=self.group, client_token=token())).body
        self.listener = answer.listener_id
        poll("listener", self.listener_status, "Running")
        poll("job", lambda: client.get_job_status(nlb.GetJobStatusRequest(job_id=answer.job_id)).body.status, "Succeeded")
        poll("health", self.health, "Normal")

    def group_status(self):
        return first(self.near.nlb.list_server_groups(nlb.ListServerGroupsRequest(
            region_id=self.near.region, server_group_ids=[self.group])).body.server_groups, "server_group_status")

    def balancer_status(self):
        return self.near.nlb.get_load_balancer_attribute(nlb.GetLoadBalancerAttributeRequest(
            region_id=self.near.region, load_balancer_id=self.nlb_id)).body.load_balancer_status

    def listener_status(self):
        return self.near.nlb.get_listener_attribute(nlb.GetListenerAttributeRequest(
            region_id=self.near.region, listener_id=self.listener)).body.listener_status

    def health(self):
        info = self.near.nlb.get_listener_health_status(nlb.GetListenerHealthStatusRequest(
            region_id=self.near.region, listener_id=self.listener)).body.listener_health_status[0].server_group_infos[0]
        return first(info.non_normal_servers, "status") or "Normal"

    def private_link(self):
        client, region = self.near.link, self.near.region
        self.service = client.create_vpc_endpoint_service(link.CreateVpcEndpointServiceRequest(
            region_id=region, service_resource_type="nlb", auto_accept_enabled=True, client_token=token(), resource=[
                link.CreateVpcEndpointServiceRequestResource(
                    resource_type="nlb", resource_id=self.nlb_id, zone_id=zone) for zone, _ in self.near.zones],
        )).body.service_id
        poll("service", self.service_status, "Active")
        rows = client.list_vpc_endpoint_service_resources(link.ListVpcEndpointServiceResourcesRequest(
            region_id=region, service_id=self.service)).body.resources
        assert {row.zone_id for row in rows} == {zone for zone, _ in self.near.zones}, rows
        result = self.near.es.create_vpc_endpoint(self.follower_id, es.CreateVpcEndpointRequest(
            client_token=token(), service_id=self.service, zone_id=self.near.zones[0][0])).body.result
        self.endpoint = result.endpoint_id
        assert result.endpoint_domain.startswith(f"{self.endpoint}.{self.service}."), result
        poll("endpoint", self.endpoint_status, "Active Connected")
        connection = client.list_vpc_endpoint_connections(link.ListVpcEndpointConnectionsRequest(
            region_id=region, service_id=self.service)).body.connections[0]
        assert connection.connection_status == "Connected" and connection.zones[0].zone_status == "Connected", connection

    def service_status(self):
        return self.near.link.get_vpc_endpoint_service_attribute(link.GetVpcEndpointServiceAttributeRequest(
            region_id=self.near.region, service_id=self.service)).body.service_status

    def endpoint_status(self):
        rows = self.near.es.list_vpc_endpoints(self.follower_id, es.ListVpcEndpointsRequest()).body.result
        return f"{rows[0].endpoint_status} {rows[0].connection_status}" if rows else None

    def tear_down(self):
        near, region = self.near, self.near.region
        refused("EndpointServiceConnectionDependence", lambda: near.link.delete_vpc_endpoint_service(
            link.DeleteVpcEndpointServiceRequest(region_id=region, service_id=self.service)))
        near.es.delete_vpc_endpoint(
            self.follower_id, self.endpoint, es.DeleteVpcEndpointRequest(client_token=token()))
        poll("endpoint", self.endpoint_status, None)
        near.link.delete_vpc_endpoint_service(
            link.DeleteVpcEndpointServiceRequest(region_id=region, service_id=self.service))
        poll("service", self.gone("EndpointServiceNotFound", self.service_status), None)
        near.nlb.delete_listener(nlb.DeleteListenerRequest(region_id=region, listener_id=self.listener))
        poll("listener", self.listener_status, None)
        near.nlb.delete_load_balancer(nlb.DeleteLoadBalancerRequest(region_id=region, load_balancer_id=self.nlb_id))
        poll("balancer", self.balancer_status, None)
        near.nlb.remove_servers_from_server_group(nlb.RemoveServersFromServerGroupRequest(
            region_id=region, server_group_id=self.group, servers=[nlb.RemoveServersFromServerGroupRequestServers(
                server_id=self.leader_ip, server_ip=self.leader_ip, server_type="Ip", port=0)]))
        near.nlb.delete_server_group(nlb.DeleteServerGroupRequest(region_id=region, server_group_id=self.group))
        poll("group", self.group_status, None)
        self.whitelist("Delete")
        for client, attachment, table in self.links():
            client.disable_transit_router_route_table_propagation(
                cbn.DisableTransitRouterRouteTablePropagationRequest(
                    transit_router_attachment_id=attachment, transit_router_route_table_id=table))
            poll("propagation", lambda: self.propagation(client, attachment, table), None)
            client.dissociate_transit_router_attachment_from_route_table(
                cbn.DissociateTransitRouterAttachmentFromRouteTableRequest(
                    transit_router_attachment_id=attachment, transit_router_route_table_id=table))
            poll("association", lambda: self.association(client, attachment, table), None)
        near.cbn.delete_transit_router_peer_attachment(
            cbn.DeleteTransitRouterPeerAttachmentRequest(transit_router_attachment_id=self.peer))
        poll("peer", lambda: first(self.peers(), "status"), None)
        for cloud in [near, self.far]:
            cloud.cbn.delete_transit_router_vpc_attachment(
                cbn.DeleteTransitRouterVpcAttachmentRequest(transit_router_attachment_id=cloud.attachment))
            poll("attachment", lambda: first(cloud.cbn.list_transit_router_vpc_attachments(
                cbn.ListTransitRouterVpcAttachmentsRequest(
                    cen_id=self.cen, region_id=cloud.region)).body.transit_router_attachments, "status"), None)
            cloud.cbn.delete_transit_router(cbn.DeleteTransitRouterRequest(transit_router_id=cloud.router))
            poll("router", lambda: first(cloud.cbn.list_transit_routers(cbn.ListTransitRoutersRequest(
                cen_id=self.cen, region_id=cloud.region)).body.transit_routers, "status"), None)
        near.cbn.delete_cen(cbn.DeleteCenRequest(cen_id=self.cen))
        poll("cen", lambda: first(near.cbn.describe_cens(cbn.DescribeCensRequest()).body.cens.cen, "status"), None)

    def gone(self, code, read):
        def call():
            try:
                return read()
            except Exception as error:
                if getattr(error, "code", "") == code:
                    return None
                raise
        return call


def main():
    announcement = json.loads(sys.argv[1])
    clouds, clusters = announcement["clouds"], announcement["clusters"]
    began = time.monotonic()
    sequence = Sequence(
        Cloud(clouds["follower_cloud"]), Cloud(clouds["leader_cloud"]), clusters["follower"]["instance"],
        clusters["leader"]["instance"])
    for part in [sequence.preconditions, sequence.routers, sequence.routing, lambda: sequence.whitelist("Append"),
                 sequence.balancer, sequence.private_link, sequence.tear_down]:
        part()
    transient = {"health": "Initial"}
    for what, states in seen.items():
        assert what == "job" or len([s for s in states if s]) > 1, f"{what} was never seen on its way: {states}"
        assert what not in transient or transient[what] in states, states
    print(f"the official SDK built and removed {len(seen)} kinds of things in {time.monotonic() - began:.1f} s")


main()
