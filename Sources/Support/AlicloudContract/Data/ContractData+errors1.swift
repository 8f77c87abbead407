// swift-format-ignore-file
// Written by tools/alicloud-contract; do not change it by hand.

extension ContractData {
    static let errors1 = """
        scope gateway
        404 InvalidApi.NotFound Specified api is not found, please check your url and method.
        404 InvalidProduct.NotFound Cannot find product according to your specified domain.
        404 InvalidProtocol.NeedSsl Your request is denied as lack of ssl protect.
        400 Missing{ParameterName} {ParameterName} is mandatory for this action.
        400 Invalid{ParameterName} Specified parameter {ParameterName} is not valid.
        404 InvalidAccessKeyId.NotFound Specified access key is not found.
        400 InvalidAccessKeyId.Inactive Specified access key is disabled.
        400 InvalidTimeStamp.Format Specified time stamp or date value is not well formatted.
        400 InvalidTimeStamp.Expired Specified time stamp or date value is expired.
        400 SignatureNonceUsed Specified signature nonce was used already.
        400 SignatureDoesNotMatch Specified signature is not matched with our calculation. server string to sign
          is:{STS}
        400 InvalidSignatureMethod Specified signature method is not valid.
        400 UnsupportedHTTPMethod Specified signature is not matched with our calculation.
        400 InvalidParameter.Format Specified parameter format is not valid.
        400 Throttling.User Request was denied due to user flow control.
        400 Throttling.Api Request was denied due to api flow control.
        400 Throttling Request was denied due to request throttling.
        403 Forbidden.RAM User not authorized to operate on the specified resource, or this API doesn't support RAM.
        503 ServiceUnavailable The request has failed due to a temporary failure of the server.
        500 InternalError The request processing has failed due to some unknown error.
        scope cbn.CreateTransitRouterVpcAttachment
        400 OperationUnsupported.TransitRouterRegionId The specified TransitRouterRegion does not support the operation.
        400 IllegalParam.RegionId The Specified Parameter RegionId is illegal
        400 MissingParam.CenIdOrRegionId Either CenId or RegionId must be specified.
        400 IllegalParam.ZoneId The specified ZoneId is illegal.
        400 InvalidTransitRouterId.NotFound The specified TransitRouterId is not found.
        400 IncorrectStatus.VpcResource The resource is not in a valid state for the attachment operation.
        400 IncorrectStatus.Vpc The resource is not in a valid state for the attachment operation.
        400 IncorrectStatus.VpcOrVswitch The Vpc Or Vswith is not in a valid state for the attachment operation.
        400 OperationNotSupport.VpcAutoRoutesPublish Auto publish vpc routes is not supported in this region.
        400 Forbbiden.TransitRouterServiceNotOpen The user has not open transit router service.
        400 IllegalParam.ZoneMappings The Specified Parameter ZoneMappings is illegal
        400 Duplicated.ZoneMapping The parameter ZoneMapping is duplicated.
        400 OperationUnsupported.TransitRouterType The specified TransitRouterType does not support the operation.
        400 InvalidCenId.NotFound CenId is not found.
        400 IllegalParam.VSwitchId VSwitchId is illegal.
        400 IncorrectStatus.TransitRouterInstance The status of TransitRouter is incorrect.
        400 IncorrectStatus.TransitRouter The status of TransitRouter is incorrect.
        400 QuotaExceeded.CenQuotaVpcAttachPerTransitRouter The maximum number of VPC attachment per Transit Router is
          exceeded.
        400 IncorrectStatus.VpcRouteTable The VPC route table is not in a desired state.
        400 InvalidOperation.VpcAutoRoutesPublishInOtherCEN The specified VPC already has its routes synchronized with
          another CEN instance.
        400 InsufficientIpAddr.vsw Insufficient available IP addresses in the vSwitch.
        400 OperationFailed.VSwitchNotFound The specified vswitch not found.
        400 InvalidParameter Invalid parameter.
        400 Unauthorized The AccessKeyId is unauthorized.
        404 InvalidVSwitchId.NotFound The specified VSwitchId is not found.
        409 InvalidOperation.CenInstanceStatus The CEN instance is not in a valid state for the operation.
        409 IncorrectStatus.VpcSwitch The resource is not in a valid state for the attachment operation.
        scope cbn.CreateTransitRouterPeerAttachment
        400 InvalidTransitRouterId.NotFound TransitRouterId is not found.
        400 IllegalParam.PeerTransitRouterId PeerTransitRouterId is illegal.
        400 InvalidPeerTransitRouterId.NotFound The specified PeerTransitRouterId is not found.
        400 OperationUnsupported.TransitRouterId TransitRouterId is unsupported.
        400 MissingParam.Bandwidth The parameter Bandwidth is mandatory.
        400 IllegalParam.Bandwidth Bandwidth is illegal.
        400 IllegalParam.BandwidthType BandwidthType is illegal.
        400 InvalidOperation.BwpNotAssociated Operation is invalid because a bandwidth package corresponding to the
          geographic span is not associated.
        400 InvalidOperation.BwpBandwidthExceeded Operation is invalid because the total bandwidth limit has exceeded
          that of the bandwidth package.
        400 IllegalParam.CenBandwidthPackageId Parameter CenBandwidthPackageId is illegal.
        400 InvalidCenId.NotFound CenId is not found.
        400 IllegalParam.PeerRegionId PeerRegionId is illegal.
        400 IncorrectStatus.TransitRouter The status of TransitRouter is incorrect.
        400 InvalidOperation.CenInstanceStatus The CEN instance is not in a valid state for the operation.
        400 QuotaExceeded.Bandwidth Bandwidth quota exceeded.
        400 Forbbiden.TransitRouterServiceNotOpen The user has not open transit router service.
        scope cbn.EnableTransitRouterRouteTablePropagation
        400 IllegalParam.TransitRouterTableId The specified TransitRouterTableId is invalid.
        400 OperationFailed.TransitRouterType The specified TransitRouterType does not support the operation.
        400 IncorrectStatus.AttachmentOrRouteTable The resource is not in a valid state for the operation.
        400 OperationUnsupported.EnablePropagation The specified attachment or routeTable is not supported by this
          operation.
        404 InvalidRouteTableId.NotFound The specified RouteTableId is not found.
        404 InvalidAttachmentId.NotFound The specified AttachmentId is not found.
        scope cbn.AssociateTransitRouterAttachmentWithRouteTable
        400 AssociationExist.TransitRouterTable The specified association already exists.
        scope cbn.DeleteTransitRouterPeerAttachment
        400 OperationFailed.RouteTablePropagationExist Operation failed because You are not allowed to delete
          TransitAttachment with TransitRouter RouteTable Associated.
        400 OperationFailed.RouteEntryExist Operation failed because the TransitRouterAttachment exists in RouteTable.
        400 OperationFailed.RouteTableAssociationExist Operation failed because TransitRouterRouteTable exists
        400 InvalidTransitRouterAttachmentId.NotFound TransitRouterAttachmentId is not found.
        scope cbn.*
        400 Operation.Blocking Operation.Blocking
        400 IncorrectStatus.Status IncorrectStatus.Status
        400 IncorrectStatus.Attachment IncorrectStatus.Attachment
        400 InstanceStatus.NotSupport InstanceStatus.NotSupport
        scope cbn.DeleteCen
        400 InvalidOperation.CenInstanceStatus InvalidOperation.CenInstanceStatus
        scope cbn.DeleteTransitRouter
        400 InvalidOperation.AttachedChildInstanceExist InvalidOperation.AttachedChildInstanceExist
        400 IncorrectStatus.CenInstance IncorrectStatus.CenInstance
        scope cbn.DescribeCens
        400 ParameterCenInstanceId ParameterCenInstanceId
        scope cbn.ListTransitRouterVpcAttachments
        400 IllegalParam.Region IllegalParam.Region
        scope cbn.CreateTransitRouterRouteEntry
        400 OperationFailed.CreateRouteEntryWithSameDestinationCidrBlock
          OperationFailed.CreateRouteEntryWithSameDestinationCidrBlock
        scope cbn.DeleteTransitRouterRouteEntry
        400 IllegalParam.TransitRouterRouteEntryId IllegalParam.TransitRouterRouteEntryId
        scope nlb.CreateListener
        400 Conflict.Port The Port [%s] is conflict.
        400 Mismatch.VpcId The VpcId is mismatched for %s and %s.
        400 Conflict.Lock The Lock [%s] is conflict.
        400 IllegalParam.AnyPortListenerConflictWithNonAnyPortServerGroup The param of
          AnyPortListenerConflictWithNonAnyPortServerGroup is illegal.
        400 IllegalParam.NonAnyPortListenerConflictWithAnyPortServerGroup The param of
          NonAnyPortListenerConflictWithAnyPortServerGroup is illegal.
        400 IncorrectStatus.loadbalancer The status of loadbalancer [%s] is incorrect.
        400 IllegalParam.ServerGroupId The param of ServerGroupId is illegal.
        400 IllegalParam.Port The param of Port is illegal.
        400 Mismatch.Protocol The Protocol is mismatched for %s and %s.
        400 MissingParam.ServerGroupId The param of ServerGroupId is missing.
        400 DryRunOperation Request validation has been passed with DryRun flag set.
        400 DuplicatedParam.listener The param of any port listener is duplicated.
        400 QuotaExceeded.QuotaInsufficient The quota of %s is exceeded, usage %s/%s.
        400 SystemBusy System is busy, please try again later.
        403 Forbidden.NoPermission Authentication is failed for NoPermission.
        404 ResourceNotFound.loadBalancer The specified resource of loadbalancer is not found.
        404 ResourceNotFound.serverGroup The specified resource of serverGroup is not found.
        scope nlb.AddServersToServerGroup
        400 IllegalParam.IP The param of IP is illegal.
        400 DuplicatedParam.Server The param of Server is duplicated.
        400 IncorrectStatus.serverGroup The status of servergroup [%s] is incorrect.
        400 Mismatch.ServerType The ServerType is mismatched for %s and %s.
        400 IllegalParam.RSPortConflictWithServerGroup The param of RSPortConflictWithServerGroup is illegal.
        400 ResourceInUse.IP The specified resource of IP is in use.
        400 MissingParam.IP The param of IP is missing.
        400 IdempotenceSignatureMismatch The idempotence token of request is same with the prev one, but the signature
          is different.
        400 SystemBusy System is busy, please try again later.
        400 Throttling.User Request was denied due to api flow control.
        404 ResourceNotFound.serverGroup The specified resource of serverGroup is not found.
        scope nlb.CreateLoadBalancer
        400 Mismatch.ZoneIdAndVswitchId The ZoneIdAndVswitchId is mismatched for %s and %s.
        400 OperationFailed.DuplicateZones. The operation failed because of Can not Specify duplicate zones.
        400 ResourceNotEnough.VSwitchIp The specified resource of VSwitchIp is not enough.
        400 ResourceInConfiguring.VswitchId The specified resource of VswitchId is being configured, please try again
          later.
        400 InvalidZones The current zone list is illegal.
        400 OperationDenied.ServiceLinkedRoleNotExist The operation is not allowed because of ServiceLinkedRoleNotExist.
        400 ResourceInUse.IP The specified resource of IP is in use.
        400 DryRunOperation Request validation has been passed with DryRun flag set.
        403 UnauthorizedZone The specified zone of %s is not authorized.
        403 Forbidden.NoPermission Authentication is failed for NoPermission.
        404 ResourceNotFound.VSwitch The specified resource of vSwitch is not found.
        404 ResourceNotFound.Vpc The specified resource of Vpc is not found.
        scope nlb.DeleteServerGroup
        400 ResourceInUse.ServerGroup The specified resource of ServerGroup is in use.
        400 SystemBusy System is busy, please try again later.
        400 IncorrectStatus.serverGroup The status of servergroup [%s] is incorrect.
        400 DryRunOperation Request validation has been passed with DryRun flag set.
        400 Conflict.Lock The Lock [%s] is conflict.
        403 Forbidden.NoPermission Authentication is failed for NoPermission.
        404 ResourceNotFound.serverGroup The specified resource of serverGroup is not found.
        scope nlb.GetListenerAttribute
        404 ResourceNotFound.listener ResourceNotFound.listener
        scope privatelink.*
        400 NoPermission You are not authorized to access the specified API operation.
        400 DryRunOperation The specified operation is a dry run operation.
        400 NeedOpenProduct The product is not activated.
        400 SystemBusy System is busy. Please try again later.
        400 RegionNotFound The specified Region is not found.
        400 EndpointServiceLocked The specified Service is locked.
        400 EndpointLocked The specified Endpoint is locked.
        400 ConcurrentCallNotSupported The operation conflicts with other operations. Please try again later.
        400 IdempotenceProcessing The previous request is being processed.
        400 IdempotenceSignatureMismatch There is an idempotence signature mismatch between this and the previous
          request.
        400 UnsupportedRegion The feature of %s is not supported in region of %s.
        400 UnsupportedZone The feature of %s is not supported in zone of %s.
        400 IncorrectStatus.VpcEndpoint The status of %s [%s] is incorrect.
        400 IncorrectStatus.VpcEndpointConnection The status of %s [%s] is incorrect.
        400 IncorrectStatus.VpcEndpointService The status of %s [%s] is incorrect.
        400 EndpointServiceNotFound The specified Service does not exist.
        400 EndpointNotFound The specified Endpoint does not exist.
        400 EndpointConnectionNotFound The specified endpoint connection does not exist.
        scope privatelink.DeleteVpcEndpointService
        400 EndpointServiceConnectionDependence EndpointServiceConnectionDependence
        scope privatelink.DetachResourceFromVpcEndpointService
        400 EndpointServiceConnectionDependence EndpointServiceConnectionDependence
        scope privatelink.AttachResourceToVpcEndpointService
        400 EndpointServiceOperationDenied EndpointServiceOperationDenied
        scope privatelink.EnableVpcEndpointConnection
        400 EndpointConnectionOperationDenied EndpointConnectionOperationDenied
        scope privatelink.DeleteVpcEndpoint
        400 EndpointOperationDenied EndpointOperationDenied
        scope privatelink.RemoveZoneFromVpcEndpoint
        400 EndpointZoneNotFound EndpointZoneNotFound
        scope elasticsearch.*
        404 InstanceNotFound InstanceNotFound
        400 InstanceStatusNotSupportCurrentAction InstanceStatusNotSupportCurrentAction
        400 TokenPreviousRequestProcessError TokenPreviousRequestProcessError
        400 ConcurrencyUpdateInstanceConflict ConcurrencyUpdateInstanceConflict
        400 InstanceDuplicateScheduledTask InstanceDuplicateScheduledTask
        400 InstanceActivating InstanceActivating
        503 ServiceUnavailable ServiceUnavailable
        500 InternalServerError InternalServerError
        scope elasticsearch.ModifyWhiteIps
        404 NotFound NotFound
        scope vpc.CreateVSwitch
        400 TaskConflict TaskConflict
        400 IncorrectStatus.cbnStatus IncorrectStatus.cbnStatus
        400 InvalidStatus.RouteEntry InvalidStatus.RouteEntry
        400 OperationFailed.IdempotentTokenProcessing OperationFailed.IdempotentTokenProcessing
        400 IncorrectVSwitchStatus IncorrectVSwitchStatus
        400 OperationConflict OperationConflict
        400 OperationFailed.DistibuteLock OperationFailed.DistibuteLock
        400 OperationFailed.NotifyCenCreate OperationFailed.NotifyCenCreate
        scope vpc.DeleteVSwitch
        400 DependencyViolation DependencyViolation
        400 DependencyViolation.RouteTable DependencyViolation.RouteTable
        400 OperationConflict OperationConflict
        400 IncorrectRouteEntryStatus IncorrectRouteEntryStatus
        400 DeleteVSwitch.IncorrectStatus.cbnStatus DeleteVSwitch.IncorrectStatus.cbnStatus
        400 IncorrectVSwitchStatus IncorrectVSwitchStatus
        400 LastTokenProcessing LastTokenProcessing
        400 OperationDenied.OtherSubnetProcessing OperationDenied.OtherSubnetProcessing
        404 InvalidVswitchID.NotFound InvalidVswitchID.NotFound
        404 InvalidVSwitchId.NotFound InvalidVSwitchId.NotFound
        scope vpc.DeleteVpc
        400 DependencyViolation.VSwitch DependencyViolation.VSwitch
        400 DependencyViolation.SecurityGroup DependencyViolation.SecurityGroup
        400 IncorrectVpcStatus IncorrectVpcStatus
        """
}
