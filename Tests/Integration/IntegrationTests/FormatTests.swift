import OrderedJSON
import RunbookModel
import RunbookRun
import Testing
import ToolTesting

@testable import RunbookSyntax

extension IntegrationTests {
    /// Every word of the format does something in a run, or has a diagnostic; and what only looks like it does neither.
    struct FormatTests {
        /// What shows that a word is obeyed.
        enum Proof: Sendable {
            /// A run's report shows it.
            case report(@Sendable (JSON) -> Bool)
            /// A plan shows it.
            case plan(@Sendable (JSON) -> Bool)
            /// A document with it is refused or remarked on by this code.
            case code(String)
        }

        private static let look = "GET /_cluster/health"
        private static let write = "PUT /orders/_doc/1\n{}"

        /// A document that needs the word for its proof.
        private static func steps(_ steps: String) -> String {
            Documents.document(steps, parameters: "  mode: { enum: [x, y], default: x }\n")
        }

        private static func step(_ index: Int, _ report: JSON) -> JSON { report["steps"]?[index] ?? .null }

        private static let roles: [String: (String, Proof)] = [
            "run": (
                steps(Documents.fence("console run again=yes", write)),
                .report { step(0, $0)["requests"]?[0]?["title"] == "PUT /orders/_doc/1" }
            ),
            "verify": (
                steps(Documents.fence("console verify", look)),
                .report { step(0, $0)["role"] == "verify" && step(0, $0)["state"] == "passed" }
            ),
            "expect": (
                steps(
                    Documents.fence("console verify within=0s", look)
                        + Documents.fence("json expect", "{ \"status\": \"red\" }")),
                .report { step(0, $0)["failure"]?["code"] == "expect/unmet" }
            ),
            "assert": (
                steps(
                    Documents.fence("console verify within=0s", look)
                        + Documents.fence("jq assert", ".status == \"red\"")),
                .report { step(0, $0)["failure"]?["code"] == "assert/unmet" }
            ),
            "capture": (
                steps(
                    Documents.fence("console verify", look) + Documents.fence("jq capture", "colour = .status")
                        + Documents.fence("console run again=yes", "PUT /${colour}/_doc/1\n{}")),
                .report { step(1, $0)["requests"]?[0]?["title"] == "PUT /green/_doc/1" }
            ),
            "undo": (
                steps(
                    Documents.fence("console run id=w again=yes", write)
                        + Documents.fence("console undo of=w", "DELETE /orders")), .plan { step(0, $0)["undo"] == true }
            ),
            "text": (
                steps(Documents.fence("console text", "DELETE /_all") + Documents.fence("console verify", look)),
                .report { $0["steps"]?.array?.count == 1 }
            ),
        ]

        private static let keys: [String: (String, Proof)] = [
            "id": (steps(Documents.fence("console verify id=mine", look)), .report { step(0, $0)["id"] == "mine" }),
            "on": (
                steps(Documents.fence("console verify on=search", look)),
                .report { step(0, $0)["targets"] == ["search"] }
            ),
            "if": (
                steps(Documents.fence("console verify if=mode:y", look)),
                .report { step(0, $0)["state"] == "skipped" }
            ),
            "when": (
                steps(Documents.fence("console verify when='$mode == \"y\"'", look)),
                .report { step(0, $0)["state"] == "skipped" }
            ),
            "unless": (
                steps(
                    Documents.fence("console run unless", write) + Documents.fence("console verify", look)),
                .report { step(0, $0)["state"] == "satisfied" && step(0, $0)["requests"] == nil }
            ),
            "again": (steps(Documents.fence("console run", write)), .code("repeat/not-idempotent")),
            "needs": (
                steps(
                    Documents.fence("console verify id=a needs=b", look)
                        + Documents.fence("console verify id=b needs=a", look)),
                .code("graph/cycle")
            ),
            "show": (steps(Documents.fence("console verify show='.a ='", look)), .code("filter/syntax")),
            "expires": (
                steps(Documents.fence("console run again=yes expires=soon confirm=\"Sure?\"", write)),
                .code("key/bad-duration")
            ),
            "timeout": (
                steps(Documents.fence("console run timeout=7s", look)), .plan { step(0, $0)["ceiling"] == 7000 }
            ),
            "within": (
                steps(Documents.fence("console verify within=9s", look)), .plan { step(0, $0)["ceiling"] == 9000 }
            ),
            "every": (
                steps(Documents.fence("console verify every=3s", look)), .plan { step(0, $0)["every"] == 3000 }
            ),
            "for": (
                steps(Documents.fence("console verify for=4s", look)),
                .report { (step(0, $0)["tries"]?.int ?? 0) > 1 }
            ),
            "confirm": (
                steps(Documents.fence("console run again=yes confirm=\"Sure?\"", write)),
                .report { step(0, $0)["answers"]?[0]?["answer"] == "go" }
            ),
            "effect": (
                steps(Documents.fence("console run again=yes effect=destroy", write)),
                .plan { step(0, $0)["asks"]?["kinds"] == ["destroy"] }
            ),
            // Of one target there is nothing to compare; of two, see the tests of the engine.
            "same": (steps(Documents.fence("console verify same=.status", look)), .code("same/one-target")),
            "verbatim": (
                steps(
                    Documents.fence(
                        "console run again=yes verbatim=yes", "PUT /orders/_doc/1\n{ \"a\": \"${unknown}\" }")),
                .report { step(0, $0)["state"] == "passed" }
            ),
            // What it caps shows only where something fails: `retriesAreCapped`.
            "retry": (steps(Documents.fence("console run retry=-1", look)), .code("key/bad-value")),
        ]

        private static func verb(_ directive: String, _ heading: String = "## More on search") -> String {
            steps(
                Documents.fence("console verify id=look", look)
                    + "\(heading)\n\n<!-- runbook: \(directive) -->\n\nText.\n")
        }

        private static let verbs: [String: (String, Proof)] = [
            "manual": (verb("manual"), .report { step(1, $0)["role"] == "manual" }),
            "input": (
                steps("1. [ ] Look it up. <!-- runbook: input mode -->\n"),
                .report { step(0, $0)["values"]?["mode"] == "x" }
            ),
            "include": (
                steps("1. [That one](other.md) <!-- runbook: include -->\n"), .code("include/unreadable")
            ),
            "troubleshoot": (
                verb("troubleshoot look").replacing("Text.", with: "```console run\nGET /\n```"),
                .code("troubleshoot/acts")
            ),
            "undo": (
                verb("undo").replacing("Text.", with: "```console run\nGET /\n```"), .code("undo/not-undo")
            ),
        ]

        @Test func everyWordHasAProof() {
            #expect(Set(Self.roles.keys) == Set(FenceRole.allCases.map(\.rawValue)))
            #expect(Set(Self.keys.keys) == Set(StepKeys.names))
            #expect(Set(Self.verbs.keys) == Set(Directive.Verb.allCases.map(\.rawValue)))
        }

        @Test(arguments: roles.keys.sorted())
        func everyRoleIsObeyed(_ word: String) async throws { try await show(word, Self.roles) }

        @Test(arguments: keys.keys.sorted())
        func everyKeyIsObeyed(_ word: String) async throws { try await show(word, Self.keys) }

        @Test(arguments: verbs.keys.sorted())
        func everyDirectiveIsObeyed(_ word: String) async throws { try await show(word, Self.verbs) }

        private func show(_ word: String, _ table: [String: (String, Proof)]) async throws {
            let (document, proof) = try #require(table[word])
            let folder = try TestFolder()
            try folder.write(document, to: "test.md")
            switch proof {
            case .code(let code):
                let result = try await Tool.run(["check", "test.md"], in: folder)
                #expect(result.output.contains("[\(code)]"), "\(result.said)")
            case .plan(let holds):
                let result = try await Tool.run(["plan", "test.md", "--format", "json"], in: folder)
                let plan = try #require(try JSON(parsing: result.output)["plan"])
                #expect(holds(plan), "\(result.said)")
            case .report(let holds):
                let result = try await Tool.run(["exec", "test.md", "--yes", "--format", "json"], in: folder)
                #expect(holds(try JSON(parsing: result.output)), "\(result.said)")
            }
        }

        @Test(arguments: [(0, 1), (2, 3)])
        func retriesAreCapped(_ retries: Int, _ sent: Int) async throws {
            let document = Self.steps(Documents.fence("console run retry=\(retries)", Self.look))
            try await World.with(document) { world in
                try await world.sandbox.setFaults([
                    ["fault": "answer", "status": 503, "match": "GET /_cluster", "times": 10]
                ])
                #expect(try await world.exec().status == 1)
                #expect(try await world.sandbox.log().count == sent)
            }
        }

        @Test(arguments: [
            "````text\n```console run\nDELETE /_all\n```\n````",
            "~~~~markdown\n```console run\nDELETE /_all\n```\n~~~~",
            "```console text\nDELETE /_all\n```", "<!--\n```console run\nDELETE /_all\n```\n-->",
            "> Somebody wrote:\n>\n> ```console run\n> DELETE /_all\n> ```",
            "> - item\n>\n>   ```console run\n>   DELETE /_all\n>   ```",
            "<pre>\n```console run\nDELETE /_all\n```\n</pre>",
            "<details><pre>\n```console run\nDELETE /_all\n```\n</pre></details>",
            "    ```console run\n    DELETE /_all\n    ```",
            "- item\n\n      ```console run\n      DELETE /_all\n      ```",
            "`` ```console run DELETE /_all ``` ``", "[a]: <x> '\n```console run\nDELETE /_all\n```'",
            "```console\nDELETE /_all\n```", "<!-- runbook: manual -->x\n\nDELETE /_all",
        ])
        func whatIsOnlyShownNeverRuns(_ quoted: String) async throws {
            let document = Self.steps(
                quoted + "\n\n## The step\n\n" + Documents.fence("console verify id=real", Self.look))
            try await World.with(document) { world in
                let result = try await world.exec("--yes")
                #expect([0, 2].contains(result.status), "\(result.said)")
                #expect(try await world.sandbox.writes().isEmpty)
                #expect(result.status == 2 || !result.output.contains("_all"), "\(result.said)")
            }
        }
    }
}
