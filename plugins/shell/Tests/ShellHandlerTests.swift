import OrderedJSON
import RunbookModel
import RunbookPlugin
import ShellHandler
import Testing

@Suite struct ShellHandlerTests {
    private let handler = ShellHandler(variables: [
        "PATH": "/usr/bin:/bin", "HOME": "/root", "LEADER_PASSWORD": "hunter2hunter2",
    ])

    private func perform(
        _ text: String, language: String = "sh", values: [String: JSON] = [:], on target: Target = .host(),
        timeout: Duration = .seconds(60)
    ) async throws -> Outcome {
        let preparation = handler.prepare(StepDraft(text, language: language))
        #expect(preparation.diagnostics == [])
        let template = try #require(preparation.actions.first)
        let fields = try template.fields.map { field in
            Action.Field(field.name, try field.template.filled { values["\($0)"] })
        }
        let action = Action(
            step: "s", target: target.name, index: 0, effect: template.effect, title: "", fields: fields, token: "t")
        return await handler.perform(action, on: target, timeout: timeout)
    }

    private func response(
        _ text: String, language: String = "sh", values: [String: JSON] = [:]
    ) async throws -> Response {
        guard case .answered(let response) = try await perform(text, language: language, values: values) else {
            throw NoAnswer()
        }
        return response
    }

    private struct NoAnswer: Error {}

    @Test(arguments: [
        "plain", "two words", "'", "\"", "$(id)", "`id`", "a\nb", "; exit 3", "\\", "*", "-n", "ä€🦆", "${HOME}", "",
    ])
    func valuesAreNeverPasted(_ value: String) async throws {
        let response = try await response(
            "printf '%s' \"${name}|${operator.name}\"", values: ["name": .string(value), "operator.name": "x"])
        #expect(response.text == value + "|x")
        #expect(response.status == 0)
    }

    @Test func whatIsNoValueIsTheShells() async throws {
        let response = try await response("i=1; echo \"$i$${i}${HOME}${x:-2}\"")
        #expect(response.body == "11/root2")
    }

    @Test func commandsGetNoSecretsOfTheOperator() async throws {
        #expect(try await response("env").text.contains("hunter2") == false)
    }

    @Test(arguments: [
        ("sh", "false\necho on", 1, ""), ("bash", "false | true\necho on", 1, ""), ("sh", "exit 7", 7, ""),
        ("sh", "echo '{\"a\":1}'", 0, #"{"a":1}"#), ("sh", "kill -9 $$", 137, ""),
    ])
    func aLineThatFailsEndsIt(_ language: String, _ text: String, _ status: Int, _ said: String) async throws {
        let response = try await response(text, language: language)
        #expect(response.status == status)
        #expect(response.verdict == (status == 0 ? .success : status == 137 ? .broken : .rejected))
        #expect(response.applied == (status == 0 ? .yes : .partly))
        #expect(response.text == said)
    }

    @Test func whatItComplainsOfIsAHeader() async throws {
        let response = try await response("echo out; echo no >&2")
        #expect(response.body == "out")
        #expect(response.headers["stderr"] == "no\n")
    }

    @Test func aFloodIsAComplaint() async throws {
        let response = try await response("head -c 3000000 /dev/zero | tr '\\0' x")
        #expect(response.complaints.map(\.field) == ["output"])
        #expect(response.text.utf8.count == 1 << 20)
    }

    @Test func theWholeGroupEndsAtTheDeadline() async throws {
        let outcome = try await perform("sleep 1000 & echo $!; sleep 1000", timeout: .milliseconds(300))
        guard case .unknown(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("had not ended"))
    }

    @Test(arguments: [Target.host(allow: nil), .host(allow: []), .host(allow: "shell"), .host(isLocal: nil)])
    func nothingIsRunWhereItIsNotAllowed(_ target: Target) async throws {
        let outcome = try await perform("touch /tmp/runbook-must-not-be-there", on: target)
        guard case .refused(let refusal) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(refusal.isPermanent)
        let template = try #require(handler.prepare(StepDraft("true")).actions.first)
        #expect(handler.review(template, on: target).map(\.code) == ["shell/not-allowed"])
        #expect(handler.review(template, on: .host()) == [])
    }

    @Test(arguments: [
        ("echo ${path}", "shell/variable"), ("echo ${http_proxy}", "shell/variable"),
        ("echo ${ld_preload}", "shell/variable"), ("echo ${name.a} ${name[0]} ${name_a}", "shell/variable"),
        ("echo \0", "shell/zero-byte"),
    ])
    func whatCannotBeAVariableIsSaid(_ text: String, _ code: String) {
        #expect(handler.prepare(StepDraft(text)).diagnostics.map(\.code) == [code])
    }

    @Test func effectsAndStatusesAreTheAuthors() {
        let run = handler.prepare(StepDraft("true", status: "0,3"))
        #expect(run.mayLowerEffect)
        #expect(run.actions.map(\.effect) == [.write])
        #expect(run.statuses == ["0", "3"])
        #expect(handler.prepare(StepDraft("true", isVerify: true)).actions.map(\.effect) == [.read])
        #expect(handler.prepare(StepDraft("true", status: "256")).diagnostics.map(\.code) == ["status/malformed"])
    }
}
