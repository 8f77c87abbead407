import Foundation
import OrderedJSON
import SandboxAlicloud
import Testing

/// The decision table of the shared folder.
@Suite(.enabled(if: SharedCase.folder != nil, "RUNBOOK_SHARED names no folder"))
struct SharedReachabilityTests {
    @Test(arguments: SharedCase.all) func decidesAsTheTable(_ row: SharedCase) {
        let reachability = Reachability(Topology(json: row.json["topology"] ?? .null))
        let expected = row.json["expect"] ?? .null
        #expect(reachability.isConnected == expected["remoteClusterConnected"]?.bool)
        #expect(reachability.health.rawValue == expected["nlbHealth"]?.string)
        #expect(reachability.reason == expected["reasonCode"]?.string)
        #expect(reachability.connection == expected["privateLinkConnection"]?.string)
        #expect(reachability.failures.map(\.id) == (expected["failing"]?.array ?? []).compactMap(\.string))
    }

    @Test func thereAreCases() { #expect(SharedCase.all.count >= 20) }
}

/// A row of the table.
struct SharedCase: Sendable, CustomTestStringConvertible {
    static let folder = ProcessInfo.processInfo.environment["RUNBOOK_SHARED"].map { "\($0)/reference" }

    let json: JSON

    var testDescription: String { json["name"]?.string ?? "" }

    static var all: [SharedCase] {
        guard let folder, let bytes = FileManager.default.contents(atPath: "\(folder)/acs-reachability.json"),
            let json = try? JSON(bytes: [UInt8](bytes))
        else { return [] }
        return (json["cases"]?.array ?? []).map(SharedCase.init)
    }
}
