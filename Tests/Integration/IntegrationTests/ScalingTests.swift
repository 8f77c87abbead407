import Processes
import RunbookTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// Four times as many steps cost four times as much: processor time of the tool and its children, as a ratio.
    struct ScalingTests {
        /// What a document has many of.
        enum Kind: String, CaseIterable {
            case steps, parameters, alternatives, unknownNames, captures, changes, secrets

            /// A document with a number of them.
            func document(_ count: Int) -> String {
                var parameters: [String] = []
                var steps: [String] = []
                for index in 0..<count {
                    switch self {
                    case .steps: steps.append(Documents.fence("console verify", "GET /"))
                    case .parameters:
                        parameters.append("p\(index): { type: string, default: a }")
                        steps.append(Documents.fence("console verify", "GET /${p\(index)}x/_count"))
                    case .alternatives:
                        if index.isMultiple(of: 2) { parameters.append("e\(index): { enum: [a, b], default: a }") }
                        let value = index.isMultiple(of: 2) ? "e\(index):a" : "e\(index - 1):b"
                        steps.append(Documents.fence("console verify if=\(value)", "GET /"))
                    case .unknownNames:
                        parameters.append("p\(index): { type: string, default: a }")
                        steps.append(Documents.fence("console verify", "GET /${q\(index)}"))
                    case .captures:
                        steps.append(Documents.fence("console verify", "GET /"))
                        steps.append(Documents.fence("jq capture", "name\(index) = .name"))
                    case .changes:
                        steps.append(
                            Documents.fence("console run again=yes", "PUT /a\(index % 40)/_doc/\(index)\n{}"))
                    case .secrets:
                        parameters.append("s\(index): { type: string, secret: true }")
                        let query = "{ \"query\": { \"term\": { \"a\": \"${s\(index)}\" } } }"
                        steps.append(Documents.fence("console verify", "GET /_search\n\(query)"))
                    }
                }
                let declared = parameters.isEmpty ? "" : "parameters:\n" + parameters.map { "  \($0)\n" }.joined()
                return "# Many\n\n"
                    + Documents.fence(
                        "yaml runbook", "version: 1\ntargets:\n  es: { kind: elasticsearch }\n" + declared)
                    + "\n" + steps.joined(separator: "\n")
            }
        }

        /// More than this is more than linear, noise included: twice as much a step would be 8, a square 16.
        private static let mostTimes = 6.0

        /// The processor time of a command in seconds.
        private static func cost(of arguments: [String], in folder: TestFolder) async throws -> Double {
            // The shell counts what it started and waited for; the tests' own process has other children.
            let script = #"TIMEFORMAT='%U %S'; { time "$@" >out 2>&1; } 2>&1"#
            var command = ProcessCommand(
                "bash", ["-c", script, "bash", Tool.path] + arguments, environment: Tool.environment(in: folder),
                directory: folder.path, output: .collect(limit: 4096), deadline: .seconds(120))
            command.isOurs = false
            let result = try await Process.run(command)
            let times = String(decoding: result.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            try #require(times.count == 2, "\(times)")
            return try times.reduce(0) { try $0 + #require(Double($1)) }
        }

        private static func check(_ kind: Kind, _ command: String, _ options: [String] = []) async throws {
            let folder = try TestFolder()
            for count in [200, 800] {
                try folder.write(kind.document(count), to: "\(count).md")
                try folder.write((0..<count).map { "s\($0): hidden-\($0)\n" }.joined(), to: "\(count).yaml")
            }
            var times = Double.infinity
            for _ in 0..<3 where times > mostTimes {
                var costs: [Double] = []
                for count in [200, 800] {
                    let values = kind == .secrets && command != "check" ? ["--params", "\(count).yaml"] : []
                    costs.append(try await cost(of: [command, "\(count).md"] + options + values, in: folder))
                }
                times = min(times, costs[1] / max(costs[0], 0.001))
            }
            #expect(times <= mostTimes, "\(command) of \(kind.rawValue): \(times) times as much for 4 times as many")
        }

        @Test(arguments: Kind.allCases) func checkIsLinear(in kind: Kind) async throws {
            try await Self.check(kind, "check")
        }

        @Test(arguments: [Kind.parameters, .alternatives, .changes, .secrets])
        func planIsLinear(in kind: Kind) async throws {
            try await Self.check(kind, "plan")
        }

        @Test(arguments: [Kind.changes, .secrets]) func execIsLinear(in kind: Kind) async throws {
            try await Self.check(kind, "exec", ["--yes"])
        }
    }
}
