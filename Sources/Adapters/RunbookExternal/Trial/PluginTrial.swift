internal import OrderedJSON
internal import Processes
package import RunbookModel
internal import RunbookPlugin

/// Tries a plugin on the wire, where the contract of handlers cannot look: every byte that it writes.
///
/// Its own examples are asked for, on targets where nothing answers.
package struct PluginTrial: Sendable {
    let handler: ExternalHandler
    private let home: String?
    /// A secret that the plugin is given and must not write.
    private let canary: String
    /// How long one call may take; what is slower hangs.
    private let patience: Duration

    /// Makes a trial.
    package init(_ handler: ExternalHandler, home: String?, canary: String, patience: Duration = .seconds(20)) {
        self.handler = handler
        self.home = home
        self.canary = canary
        self.patience = patience
    }

    /// Targets where nothing answers, one for each kind that the plugin's languages are for.
    package var targets: [Target] {
        Set(handler.manifest.languages.map(\.targetKind)).sorted().map { name in
            let kind = handler.manifest.targetKinds.first { $0.name == name }
            var properties = JSONObject([("name", "nowhere")])
            var settings = JSONObject()
            var secrets: [String: Secret] = [:]
            for key in kind?.keys ?? [.init(name: "url", form: .url, summary: "")] {
                guard let value = PluginTrial.sample(of: key.form) else {
                    secrets[key.name] = Secret(canary)
                    continue
                }
                if kind?.isProperty(key) == true {
                    properties[key.name] = value
                } else {
                    settings[key.name] = value
                }
            }
            return Target(name: "nowhere", kind: name, properties: properties, settings: settings, secrets: secrets)
        }
    }

    /// A value for a key; nil for a secret.
    ///
    /// No server listens on port 1.
    private static func sample(of form: TargetKind.Form) -> JSON? {
        switch form {
        case .host: "127.0.0.1"
        case .port: 1
        case .url: "http://127.0.0.1:1"
        case .flag: false
        case .secret: nil
        // A plugin's manifest has none of the other forms.
        default: "sample"
        }
    }

    /// What is wrong with how the plugin answers requests that it should understand.
    package func requestProblems() async -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (title, request) in requests {
            let result = await converse(Array((request.json.text() + "\n").utf8), closing: false)
            found += problems(with: result, of: "the request `\(title)`")
        }
        return found
    }

    /// What is wrong with how the plugin answers what it cannot understand.
    package func garbageProblems() async -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (name, line) in garbage {
            guard let result = await converse(line, closing: true) else { continue }
            if result.stopped != nil {
                found.append(
                    problem("plugin/hangs", "it does not end after \(name)", "end when a line is not a request"))
            }
            let isAnswered = result.output.split(separator: 0x0A).contains { line in
                if case .outcome(.answered)? = try? WireReply(line: Array(line)) { true } else { false }
            }
            if isAnswered {
                found.append(
                    problem(
                        "plugin/claim", "it responds to \(name)",
                        "check `protocol` and `call` first, and end with an exit code other than 0"))
            }
        }
        return found
    }

    /// Whether the plugin ends when it is asked to, and when nobody listens any more.
    package func endProblems() async -> [Diagnostic] {
        var found: [Diagnostic] = []
        if let request = requests.first?.request {
            let gone = await converse(Array((request.json.text() + "\n").utf8), closing: true)
            if gone?.stopped != nil {
                found.append(
                    problem(
                        "plugin/hangs", "it continues after its standard input ended",
                        "when standard input ends, no process waits for an outcome: end the program"))
            }
        }
        if let child = try? await ChildProcess.start(command(for: [], deadline: .milliseconds(500))),
            case .signalled(9) = await child.result().termination
        {
            found.append(
                problem("plugin/hangs", "it must be killed: it does not end on SIGTERM", "end on SIGTERM"))
        }
        return found
    }

    // MARK: Conversations

    private var requests: [(title: String, request: WireRequest)] {
        let targets = targets
        var requests: [(title: String, request: WireRequest)] = []
        for example in handler.manifest.examples {
            guard let kind = handler.manifest.languages.first(where: { $0.name == example.language })?.targetKind,
                let target = targets.first(where: { $0.kind == kind })
            else { continue }
            let action = Action(
                step: "trial", target: target.name, index: 0,
                effect: example.actions.first?.effect ?? .read, title: example.actions.first?.title ?? "",
                fields: fields(of: example), token: "0123456789abcdef")
            requests.append(
                (action.title, WireRequest(.perform, action: action, target: target, timeout: patience)))
            if requests.count == 1 {
                // A shell reads its input byte by byte, so more would only try patience.
                let body = Action.Field("body", String(repeating: "x", count: 256 << 10))
                let large = Action(
                    step: "trial", target: target.name, index: 0, effect: action.effect, title: "a body of 256 KiB",
                    fields: action.fields.filter { $0.name != "body" } + [body], token: action.token)
                requests.append((large.title, WireRequest(.perform, action: large, target: target, timeout: patience)))
            }
        }
        for call in [Manifest.Call.examine] where handler.manifest.calls.contains(call) {
            for target in targets where handler.manifest.targetKinds.contains(where: { $0.name == target.kind }) {
                requests.append((call.rawValue, WireRequest(call, target: target, timeout: patience)))
            }
        }
        return requests
    }

    private func fields(of example: Manifest.Example) -> [Action.Field] {
        let source = SourceText(file: "trial.md", text: example.content)
        let block = BlockText(
            file: source.file, text: example.content, origins: source.lineStarts.map { source.position(at: $0) })
        let keys = example.keys.map {
            StepKeys.Other(name: Located($0.name, at: block.span), value: Located($0.value, at: block.span))
        }
        let draft = StepDraft(
            language: Located(example.language, at: block.span), text: block, keys: keys, isVerify: example.isVerify)
        return handler.prepare(draft).actions.first?.fields.compactMap { field in
            (try? field.template.filled { _ in "sample" }).map { Action.Field(field.name, $0) }
        } ?? []
    }

    private var garbage: [(name: String, line: [UInt8])] {
        let other = requests.first?.request.json.text() ?? "{}"
        let texts = [
            ("no line at all", ""), ("an empty line", "\n"), ("a line that is not JSON", "rubbish\n"),
            ("an empty object", "{}\n"), ("half of an object", "{\"protocol\":1,\n"), ("an array", "[1]\n"),
            ("another protocol", other.replacingFirst("\"protocol\":1,", "\"protocol\":999,") + "\n"),
            ("another call", other.replacingFirst("\"call\":\"perform\"", "\"call\":\"dance\"") + "\n"),
        ]
        return texts.map { ($0.0, Array($0.1.utf8)) } + [("bytes that are not UTF-8", [0xFF, 0x00, 0xFE, 0x0A])]
    }

    private func command(for input: [UInt8], deadline: Duration) -> ProcessCommand {
        let target =
            targets.first
            ?? Target(
                name: "nowhere", kind: "", properties: JSONObject(), settings: JSONObject(), secrets: [:])
        let request = WireRequest(.perform, target: target, timeout: patience)
        return ProcessCommand(
            handler.folder.executable, environment: request.environment(home: home), directory: handler.folder.path,
            input: input, output: .collect(limit: PluginProcess.maximumLine), deadline: deadline,
            grace: PluginProcess.grace)
    }

    private func converse(_ input: [UInt8], closing: Bool) async -> ProcessResult? {
        guard let child = try? await ChildProcess.start(command(for: input, deadline: patience)) else { return nil }
        if closing { child.closeInput() }
        return await child.result()
    }

    private func problems(with result: ProcessResult?, of place: String) -> [Diagnostic] {
        guard let result else {
            return [problem("plugin/executable", "it cannot be started", "check the first line of the program")]
        }
        var found: [Diagnostic] = []
        let secret = Array(canary.utf8)
        if [result.output, result.errors].contains(where: { $0.firstRange(of: secret) != nil }) {
            found.append(
                problem("plugin/secret", "\(place): it writes a secret of its target", "never write a credential"))
        }
        let log = PluginLog(result).lines.first.map { "; its log starts: \($0)" } ?? ""
        if result.stopped != nil {
            found.append(problem("plugin/hangs", "\(place): it does not end\(log)", "end after the outcome"))
            return found
        }
        var outcomes = 0
        for line in result.output.split(separator: 0x0A) {
            do throws(WireReply.Malformed) {
                if case .outcome = try WireReply(line: Array(line)) { outcomes += 1 }
            } catch {
                found.append(
                    problem("plugin/wire", "\(place): \(error.reason)", "write only lines of the protocol"))
            }
        }
        if outcomes != 1 || result.termination != .exited(0) {
            found.append(
                problem(
                    "plugin/wire", "\(place): \(outcomes) outcomes, \(result.termination)\(log)",
                    "write exactly one outcome, and end with exit code 0"))
        }
        return found
    }

    private func problem(_ code: String, _ message: String, _ help: String) -> Diagnostic {
        Diagnostic(code, "`\(handler.manifest.name)`: \(VisibleText.visible(message))", at: nil, help: help)
    }
}

extension String {
    fileprivate func replacingFirst(_ old: String, _ new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return self[..<range.lowerBound] + new + self[range.upperBound...]
    }
}
