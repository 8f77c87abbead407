import AlicloudContract
import OrderedJSON
import RunbookBodies
package import RunbookModel
package import RunbookPlugin
import YAML

/// Calls Alibaba Cloud: single actions, and resources that shall be there.
package struct AlicloudHandler: Handler {
    private let client: CloudClient
    private let store: CredentialStore
    private let memory = WorkMemory()

    /// Makes a handler; it connects when it performs its first action.
    ///
    /// - Parameters:
    ///   - clock: The wall clock, in milliseconds since 1970-01-01T00:00:00Z.
    ///   - profiles: Reads the file of the cloud's command-line tool; nil when there is none.
    package init(
        clock: @escaping @Sendable () -> Int, profiles: @escaping @Sendable () -> [UInt8]?
    ) {
        client = CloudClient(clock: clock)
        store = CredentialStore(clock: clock, readProfiles: profiles)
    }

    package var manifest: Manifest { AlicloudHandler.manifest }

    package func operation(_ name: String) -> Manifest.Operation? { CloudOperation(name)?.schema }

    package var operationNames: [String] { CloudOperation.names }

    package func prepare(_ step: StepDraft) -> Preparation {
        guard let name = step.operation, let operation = CloudOperation(name.value) else {
            return Preparation(
                actions: [],
                diagnostics: [
                    Diagnostic(
                        "handler/unknown-operation", "the first line of a block for the cloud must be `uses:`",
                        at: step.text.span,
                        help: "write `uses: alicloud/PRODUCT.Action` or `uses: alicloud/PRODUCT.Resource`")
                ])
        }
        let body = YAMLBody.parse(step.text)
        let isRemoval = CloudOperation.isRemoval(step.text.text)
        let action = ActionTemplate(
            effect: operation.effect(isRemoval: isRemoval),
            title: Template(literal: "\(isRemoval ? "delete " : "")\(name.value)"),
            fields: [
                ActionTemplate.Field("operation", Template(literal: name.value)),
                ActionTemplate.Field("body", body.template),
            ], isRepeatable: operation.isRepeatable, isIdempotent: operation.isIdempotent, span: step.text.span)
        return Preparation(actions: [action], diagnostics: body.diagnostics)
    }

    package func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
        switch await task(action, on: target, timeout: timeout) {
        case .failure(let unusable): return .refused(unusable.refusal)
        case .success(let task): return await task.perform()
        }
    }

    package func probe(_ action: Action, on target: Target?, timeout: Duration) async -> Probe? {
        switch await task(action, on: target, timeout: timeout) {
        case .success(let task): return await task.probe()
        case .failure(let unusable) where unusable.isOfBlock:
            return Probe(state: .different, detail: unusable.refusal.reason, consequence: .failure)
        case .failure: return nil
        }
    }

    package func examine(_ target: Target, timeout: Duration) async -> Examination {
        let region = target.properties["region"]?.string ?? ""
        do throws(CredentialSource.Problem) {
            let place = try await place(of: target)
            let address = place.endpoints["default"] ?? region
            guard let action = CloudProduct.named("vpc")?.actions["DescribeVpcs"] else {
                return Examination(address: address)
            }
            let arguments: JSONObject = ["RegionId": .string(region), "PageSize": 1]
            switch await patiently({ await client.call(action, arguments, at: place, timeout: timeout) }) {
            case .done: return Examination(address: address, product: "Alibaba Cloud, region \(region)")
            // Who may not list networks may do other things: what counts is that the key is known.
            case .problem(let problem) where problem.status == 403 || problem.isTransient:
                return Examination(address: address, product: "Alibaba Cloud, region \(region)")
            case .problem(let problem):
                let message = "the target `\(target.name)` rejected the request: \(problem.sentence)"
                return Examination(
                    address: address,
                    diagnostics: [
                        Diagnostic(
                            "target/denied", message, at: nil,
                            help:
                                "check `credentials` and `region` in the environment file, and the clock of "
                                + "this machine"
                        )
                    ])
            case .none(.refused(let refusal)): return unreachable(target, address, refusal.reason)
            case .none(.unknown(let reason, _)): return unreachable(target, address, reason)
            case .none(.answered): return Examination(address: address)
            }
        } catch {
            return Examination(
                address: region, diagnostics: [Diagnostic("target/unusable", error.message, at: nil, help: error.help)])
        }
    }

    /// The pauses before a call is made again that the cloud had no time for.
    private static let pauses: [Duration] = [.milliseconds(500), .seconds(1), .seconds(2)]

    private func patiently(_ call: () async -> CloudAnswer) async -> CloudAnswer {
        for pause in AlicloudHandler.pauses {
            let answer = await call()
            switch answer {
            case .problem(let problem) where problem.isTransient || problem.isFailure: break
            // Something between us and the cloud has answered, or the connection was lost.
            case .none(.unknown): break
            case .none(.refused(let refusal)) where refusal.response?.status == 429: break
            default: return answer
            }
            do { try await Task.sleep(for: pause) } catch { return answer }
        }
        return await call()
    }

    private func unreachable(_ target: Target, _ address: String, _ reason: String) -> Examination {
        Examination(
            address: address,
            diagnostics: [
                Diagnostic(
                    "target/unreachable", "the target `\(target.name)` cannot be reached: \(reason)", at: nil,
                    help:
                        "check that this machine can connect to \(address), and check `endpoints` in the "
                        + "environment file"
                )
            ])
    }

    // MARK: -

    private struct Unusable: Error {
        let refusal: Refusal
        /// Whether the block is the reason, so that only another block helps.
        var isOfBlock = false
    }

    private func place(of target: Target) async throws(CredentialSource.Problem) -> CloudPlace {
        guard let region = target.properties["region"]?.string, !region.isEmpty else {
            throw CredentialSource.Problem(
                message: "the environment file has no region for `\(target.name)`", help: "write `region: cn-hangzhou`")
        }
        var endpoints: [String: String] = [:]
        for member in target.settings["endpoints"]?.object ?? JSONObject() {
            endpoints[member.name] = member.value.string
        }
        if let url = target.settings["url"]?.string { endpoints["default"] = url }
        let source = try CredentialSource(target, isSandbox: CloudPlace.isLoopback(endpoints))
        let credentials = try await store.credentials(
            source, region: region, endpoint: endpoints["sts"] ?? endpoints["default"])
        return CloudPlace(region: region, credentials: credentials, endpoints: endpoints)
    }

    /// The place with a new session, after its session has ended; nil when there is no new session.
    private func renewed(_ place: CloudPlace, of target: Target) async -> CloudPlace? {
        await store.forget(place.credentials)
        guard let new = try? await self.place(of: target), new.credentials != place.credentials else { return nil }
        return new
    }

    private func task(
        _ action: Action, on target: Target?, timeout: Duration
    ) async -> Result<CloudTask, Unusable> {
        func unusable(_ reason: String, isOfBlock: Bool = false) -> Result<CloudTask, Unusable> {
            .failure(Unusable(refusal: Refusal(reason: reason, isPermanent: true), isOfBlock: isOfBlock))
        }
        guard let target else { return unusable("there is no target") }
        guard let operation = action.field("operation").flatMap({ CloudOperation($0) }) else {
            return unusable("the action has no operation")
        }
        guard let body = action.field("body"), let node = try? YAMLNode(bytes: Array(body.utf8)),
            let keys = node.json.object
        else { return unusable("with its values, the block is not a YAML mapping") }
        if let problem = CloudTask.problem(with: keys, of: operation) {
            return unusable(problem, isOfBlock: true)
        }
        if case .resource = operation, keys["state"]?.string == "absent", action.effect < .destroy {
            return unusable(
                "the block removes a resource, which nobody was asked about; write `state: absent`", isOfBlock: true)
        }
        do throws(CredentialSource.Problem) {
            let place = try await place(of: target)
            let calls = CloudCalls(client: client, place: place, token: action.token, timeout: timeout) {
                await renewed($0, of: target)
            }
            return .success(
                CloudTask(
                    operation: operation, keys: keys, region: place.region, calls: calls, memory: memory,
                    before: action.before))
        } catch {
            return unusable("\(error.message); \(error.help)")
        }
    }
}
