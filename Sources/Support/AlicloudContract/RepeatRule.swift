/// Which errors of an action pass by themselves, and which mean that there is nothing left to do.
package enum RepeatRule {
    private static let table = ContractReader.repeats(ContractData.repeats)

    /// Codes of every product that pass by themselves.
    private static let common: Set<String> = [
        "ServiceUnavailable", "SystemBusy", "Operation.Blocking", "OperationConflict", "TaskConflict",
        "LastTokenProcessing", "OperationFailed.LastTokenProcessing", "OperationFailed.IdempotentTokenProcessing",
        "IdempotenceProcessing", "TokenPreviousRequestProcessError", "TokenProcessing", "ConcurrentCallNotSupported",
        "EndpointServiceLocked", "EndpointLocked", "EndpointOperationDenied", "EndpointServiceOperationDenied",
        "EndpointConnectionOperationDenied", "Conflict.Lock", "OperationFailed.ResourceIsConfiguring",
        "ConcurrencyUpdateInstanceConflict", "InstanceStatusNotSupportCurrentAction", "InstanceActivating",
        "InstanceDuplicateScheduledTask", "ResourceInConfiguring.VswitchId", "InstanceStatus.NotSupport",
    ]

    /// Whether the same request may be accepted a little later: nothing was done.
    package static func isTransient(_ code: String, status: Int, product: String, action: String) -> Bool {
        if isThrottling(code, status: status) || common.contains(code) || code.hasPrefix("IncorrectStatus") {
            return true
        }
        return table["\(product).\(action)"]?.retry.contains(code) == true
    }

    /// Whether there were too many requests; nothing was done.
    package static func isThrottling(_ code: String, status: Int) -> Bool {
        code == "Throttling" || code.hasPrefix("Throttling.") || code == "Rejected.Throttling" || status == 429
    }

    /// What codes begin with that no waiting changes: what was asked, or who asks, is wrong.
    private static let lasting = [
        "InvalidParameter", "IllegalParameter", "ParameterError", "Missing", "SignatureDoesNotMatch",
        "IncompleteSignature", "InvalidSignature", "InvalidSecurityToken", "InvalidAccessKeyId", "InvalidAction",
        "InvalidApi",
        "InvalidVersion", "InvalidTimeStamp", "InvalidRegionId", "UnsupportedHTTPMethod", "UnsupportedSignatureMethod",
        "UnsupportedOperation", "Forbidden", "NoPermission",
    ]

    /// Whether the same request will be refused for ever.
    package static func isLasting(_ code: String, status: Int) -> Bool {
        (400..<500).contains(status)
            && (lasting.contains(where: code.hasPrefix) || code.hasPrefix("Invalid") && code.hasSuffix(".Malformed"))
    }

    /// Whether the resource that an action is about is not there.
    package static func isGone(_ code: String, status: Int, product: String, action: String) -> Bool {
        if table["\(product).\(action)"]?.gone.contains(code) == true { return true }
        return status == 404 && !code.hasPrefix("InvalidApi") && !code.hasPrefix("InvalidAccessKeyId")
            || code.hasSuffix(".NotFound") && !code.hasPrefix("InvalidApi") && !code.hasPrefix("InvalidAccessKeyId")
            || code.hasPrefix("ResourceNotFound")
            || ["EndpointServiceNotFound", "EndpointNotFound", "EndpointConnectionNotFound"].contains(code)
    }
}
