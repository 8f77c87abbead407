import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookApp

struct ParameterResolutionTests {
    /// The declarations of one parameter each of the kinds that matter here.
    private static let declaration = SampleDeclaration.declaration(
        parameters: [
            SampleDeclaration.parameter("size", kind: .integer, minimum: 2, defaultValue: 5),
            SampleDeclaration.parameter("address", kind: .string, defaultValue: "${leader.private_ip}:9300"),
            SampleDeclaration.parameter("password", kind: .string, isSecret: true),
            SampleDeclaration.parameter("mode", choices: ["one", "two"]),
        ])

    private func resolve(_ change: (inout ParameterSources) -> Void) -> ParameterResolution {
        var sources = ParameterSources()
        change(&sources)
        let leader = JSONObject([("private_ip", "10.0.0.1")])
        return ParameterResolution(Self.declaration, from: sources, targets: ["leader": leader])
    }

    private func value(_ name: String, in resolution: ParameterResolution) -> (JSON, String)? {
        resolution.parameters.first { $0.declaration.name.value == name }.map { ($0.value, $0.source) }
    }

    @Test func takesTheFirstSourceThatGivesAValue() throws {
        var sources: [(String, (inout ParameterSources) -> Void)] = [
            ("env:RUNBOOK_PARAM_SIZE", { $0.variables["RUNBOOK_PARAM_SIZE"] = "11" }),
            ("environment", { $0.environment["size"] = 12 }),
            ("file:p.yaml", { $0.file = ("p.yaml", JSONObject([("size", 13)])) }),
            ("option", { $0.options.append(("size", "14")) }),
        ]
        let foundsize = try #require(value("size", in: resolve { _ in }))
        #expect(foundsize == (5, "default"))
        while let last = sources.last {
            let resolution = resolve { given in for (_, give) in sources { give(&given) } }
            sources.removeLast()
            let found = try #require(value("size", in: resolution))
            #expect(found.1 == last.0)
        }
    }

    /// A file has numbers and truth values, and a text that looks like one needs quotes there.
    @Test(arguments: [(JSON.number(JSONNumber(7)), true), (true, true), (["a"], false)] as [(JSON, Bool)])
    func aTextOfAFileMayNeedQuotes(value: JSON, isHelped: Bool) {
        let problems = resolve { $0.file = ("p.yaml", JSONObject([("address", value)])) }.usageProblems
        #expect(problems.count == 1 && problems.first?.contains("write it in quotes") == isHelped, "\(problems)")
        let number = resolve { $0.file = ("p.yaml", JSONObject([("size", "x")])) }.usageProblems
        #expect(number.first?.contains("quotes") == false, "\(number)")
    }

    @Test func fillsAPropertyIntoADefault() throws {
        let foundaddress = try #require(value("address", in: resolve { _ in }))
        #expect(foundaddress == ("10.0.0.1:9300", "default"))
    }

    @Test func hasNoDefaultWhereAPropertyIsMissing() {
        let resolution = ParameterResolution(Self.declaration, from: ParameterSources(), targets: [:])
        #expect(resolution.missing.map(\.name.value) == ["address", "password", "mode"])
    }

    @Test func takesExamplesAndTheFirstChoiceOnlyWhereThatIsAllowed() throws {
        #expect(resolve { _ in }.missing.map(\.name.value) == ["password", "mode"])
        let resolution = resolve { $0.takesExamples = true }
        let foundmode = try #require(value("mode", in: resolution))
        #expect(foundmode == ("one", "examples"))
    }

    @Test(arguments: [
        ("siz", "1", "the runbook has no parameter `siz`; did you mean `size`?"),
        ("size", "1", "it is less than 2"),
        ("size", "many", "it is a string, not an integer"),
        ("mode", "three", "it is not one of `one`, `two`"),
        ("password", "hunter2", "`RUNBOOK_PARAM_PASSWORD`"),
    ])
    func refusesWhatCannotBeUsed(name: String, text: String, reason: String) {
        let problems = resolve { $0.options = [(name, text)] }.usageProblems
        #expect(problems.count == 1)
        #expect(problems.first?.contains(reason) == true)
    }

    @Test func keepsNoSecretInTheRecord() throws {
        let resolution = resolve { $0.variables["RUNBOOK_PARAM_PASSWORD"] = "hunter2" }
        let secret = resolution.parameters.first { $0.declaration.isSecret }
        let parameter = try #require(secret)
        #expect(parameter.value == "hunter2")
        #expect(parameter.record.value == nil)
        #expect(parameter.record.source == "env:RUNBOOK_PARAM_PASSWORD")
    }

    @Test func takesWhatAPersonTypes() throws {
        var resolution = resolve { _ in }
        let mode = try #require(resolution.missing.last)
        #expect(resolution.set("three", for: mode) == ["it is not one of `one`, `two`"])
        #expect(resolution.set("two", for: mode).isEmpty)
        let foundmode = try #require(value("mode", in: resolution))
        #expect(foundmode == ("two", "prompt"))
        #expect(resolution.missing.map(\.name.value) == ["password"])
    }
}
