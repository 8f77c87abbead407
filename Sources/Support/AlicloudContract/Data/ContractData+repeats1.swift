// swift-format-ignore-file
// Written by tools/alicloud-contract; do not change it by hand.

extension ContractData {
    static let repeats1 = """
        retry cbn.AssociateTransitRouterAttachmentWithRouteTable Operation.Blocking Throttling.User
          IncorrectStatus.Status
        retry cbn.CreateCen Operation.Blocking
        retry cbn.CreateTransitRouter Operation.Blocking IncorrectStatus.Status
        retry cbn.CreateTransitRouterPeerAttachment Operation.Blocking Throttling.User IncorrectStatus.Status
        retry cbn.CreateTransitRouterRouteEntry Operation.Blocking IncorrectStatus.Status InstanceStatus.NotSupport
        gone cbn.CreateTransitRouterRouteEntry OperationFailed.CreateRouteEntryWithSameDestinationCidrBlock
        retry cbn.CreateTransitRouterRouteTable Operation.Blocking IncorrectStatus.Status
        retry cbn.CreateTransitRouterVpcAttachment Operation.Blocking IncorrectStatus.Status
          IncorrectStatus.VpcRouteTable IncorrectStatus.VpcSwitch IncorrectStatus.VpcOrVswitch InstanceStatus.NotSupport
          IncorrectStatus.Attachment Throttling.User IncorrectStatus.VpcResource
        retry cbn.DeleteCen Operation.Blocking InvalidOperation.CenInstanceStatus
        gone cbn.DeleteCen ParameterCenInstanceId
        retry cbn.DeleteTransitRouter Operation.Blocking IncorrectStatus.Status IncorrectStatus.CenInstance
          InvalidOperation.AttachedChildInstanceExist IncorrectStatus.TransitRouterInstance
        gone cbn.DeleteTransitRouter ParameterInstanceId
        retry cbn.DeleteTransitRouterPeerAttachment Operation.Blocking Throttling.User IncorrectStatus.Status
        retry cbn.DeleteTransitRouterRouteEntry Operation.Blocking IncorrectStatus.Status InstanceStatus.NotSupport
        gone cbn.DeleteTransitRouterRouteEntry IllegalParam.TransitRouterRouteEntryId
        retry cbn.DeleteTransitRouterRouteTable Operation.Blocking IncorrectStatus.TransitRouterRouteTable
          IncorrectStatus.Status
        gone cbn.DeleteTransitRouterRouteTable InvalidTransitRouterRouteTableId.NotFound
        retry cbn.DeleteTransitRouterVpcAttachment Operation.Blocking IncorrectStatus.Status TokenProcessing
          IncorrectStatus.VpcRouteTable IncorrectStatus.VpcSwitch IncorrectStatus.VpcOrVswitch
          IncorrectStatus.VpcRouteEntry InstanceStatus.NotSupport IncorrectStatus.Attachment Throttling.User
          IncorrectStatus.Vpc
        retry cbn.DisableTransitRouterRouteTablePropagation Operation.Blocking IncorrectStatus.Status
        retry cbn.DissociateTransitRouterAttachmentFromRouteTable Operation.Blocking Throttling.User
          IncorrectStatus.Status
        retry cbn.EnableTransitRouterRouteTablePropagation Operation.Blocking IncorrectStatus.Status
        retry cbn.UpdateTransitRouter Operation.Blocking IncorrectStatus.Status
        retry cbn.UpdateTransitRouterPeerAttachmentAttribute Operation.Blocking Throttling.User IncorrectStatus.Status
        retry cbn.UpdateTransitRouterRouteEntry Operation.Blocking IncorrectStatus.Status
        retry cbn.UpdateTransitRouterRouteTable Operation.Blocking IncorrectStatus.Status
        retry cbn.UpdateTransitRouterVpcAttachmentAttribute Operation.Blocking IncorrectStatus.Status
          IncorrectStatus.VpcOrVswitch IncorrectStatus.Attachment Throttling.User IncorrectStatus.Vpc
        retry cbn.UpdateTransitRouterVpcAttachmentZones Operation.Blocking IncorrectStatus.Status
          IncorrectStatus.VpcOrVswitch IncorrectStatus.Attachment IncorrectStatus.Vpc
        retry nlb.AddServersToServerGroup IncorrectStatus.serverGroup OperationFailed.ResourceIsConfiguring
          Conflict.Lock
        retry nlb.CreateListener SystemBusy
        retry nlb.CreateLoadBalancer IncorrectStatus.Ipv6Gateway
        gone nlb.DeleteLoadBalancer ResourceNotFound.loadBalancer
        retry nlb.RemoveServersFromServerGroup IncorrectStatus.serverGroup Conflict.Lock
        gone nlb.RemoveServersFromServerGroup ResourceNotFound.serverGroup ResourceNotFound.BackendServer
        retry nlb.UpdateServerGroupServersAttribute IncorrectStatus.serverGroup Conflict.Lock SystemBusy
          OperationFailed.ResourceIsConfiguring
        retry privatelink.AddUserToVpcEndpointService ConcurrentCallNotSupported
        retry privatelink.AddZoneToVpcEndpoint EndpointLocked ConcurrentCallNotSupported
          EndpointConnectionOperationDenied EndpointOperationDenied
        retry privatelink.AttachResourceToVpcEndpointService EndpointServiceOperationDenied ConcurrentCallNotSupported
          EndpointServiceLocked
        retry privatelink.AttachSecurityGroupToVpcEndpoint ConcurrentCallNotSupported
        retry privatelink.DeleteVpcEndpoint ConcurrentCallNotSupported EndpointOperationDenied
        gone privatelink.DeleteVpcEndpoint EndpointNotFound
        retry privatelink.DeleteVpcEndpointService EndpointServiceConnectionDependence ConcurrentCallNotSupported
        gone privatelink.DeleteVpcEndpointService EndpointServiceNotFound
        retry privatelink.DetachResourceFromVpcEndpointService EndpointServiceOperationDenied ConcurrentCallNotSupported
          EndpointServiceLocked EndpointServiceConnectionDependence
        retry privatelink.DetachSecurityGroupFromVpcEndpoint ConcurrentCallNotSupported
        retry privatelink.DisableVpcEndpointConnection ConcurrentCallNotSupported EndpointConnectionOperationDenied
        retry privatelink.EnableVpcEndpointConnection ConcurrentCallNotSupported EndpointConnectionOperationDenied
        retry privatelink.RemoveUserFromVpcEndpointService ConcurrentCallNotSupported
        retry privatelink.RemoveZoneFromVpcEndpoint EndpointLocked ConcurrentCallNotSupported
          EndpointConnectionOperationDenied EndpointOperationDenied
        gone privatelink.RemoveZoneFromVpcEndpoint EndpointZoneNotFound
        retry privatelink.UpdateVpcEndpointAttribute EndpointLocked ConcurrentCallNotSupported
          EndpointConnectionOperationDenied EndpointOperationDenied
        retry privatelink.UpdateVpcEndpointConnectionAttribute ConcurrentCallNotSupported
        retry privatelink.UpdateVpcEndpointServiceAttribute EndpointServiceOperationDenied ConcurrentCallNotSupported
          EndpointServiceLocked
        retry vpc.AssociateVpcCidrBlock IncorrectStatus.Vpc OperationConflict IncorrectStatus ServiceUnavailable
          SystemBusy LastTokenProcessing
        retry vpc.CreateVSwitch TaskConflict IncorrectStatus.cbnStatus InvalidStatus.RouteEntry
          OperationFailed.IdempotentTokenProcessing IncorrectStatus CreateVSwitch.IncorrectStatus.cbnStatus
          IncorrectVSwitchStatus OperationConflict OperationFailed.DistibuteLock OperationFailed.NotifyCenCreate
        retry vpc.CreateVpc TaskConflict UnknownError
        retry vpc.DeleteVSwitch DependencyViolation DependencyViolation.SnatEntry DependencyViolation.MulticastDomain
          OperationConflict IncorrectRouteEntryStatus InternalError TaskConflict DependencyViolation.EnhancedNatgw
          DependencyViolation.RouteTable DependencyViolation.HaVip DeleteVSwitch.IncorrectStatus.cbnStatus SystemBusy
          IncorrectVSwitchStatus LastTokenProcessing OperationDenied.OtherSubnetProcessing DependencyViolation.SNAT
          DependencyViolation.NetworkAcl
        gone vpc.DeleteVSwitch InvalidVswitchID.NotFound InvalidVSwitchId.NotFound
        retry vpc.DeleteVpc DependencyViolation.VSwitch DependencyViolation.SecurityGroup IncorrectVpcStatus
        gone vpc.DeleteVpc InvalidResource.NotFound
        retry vpc.ModifyVSwitchAttribute OperationConflict OperationFailed.LastTokenProcessing IncorrectStatus.VSwitch
          IncorrectStatus.VpcRouteEntry ServiceUnavailable
        """
}
