import ConsoleHandler
import RunbookModel
import RunbookPlugin
import Testing

@Suite struct PrepareTests {
    @Test func givesOneActionARequest() throws {
        let preparation = ConsoleHandler().prepare(
            StepDraft("PUT ${i}/_doc/1?refresh=${r}\n{ \"a\": \"${a}\" }\nGET /_cat/indices"))
        #expect(preparation.diagnostics.isEmpty)
        #expect(preparation.statuses.isEmpty)
        #expect(preparation.actions.map(\.effect) == [.write, .read])
        #expect(
            preparation.actions.map { $0.fields.map { "\($0.name): \($0.template.source)" } } == [
                ["method: PUT", "path: /${i}/_doc/1", "query: refresh=${r}", "body: { \"a\": \"${a}\" }\n"],
                ["method: GET", "path: /_cat/indices"],
            ])
        let action = try #require(preparation.actions.first)
        #expect(action.title.source == "PUT /${i}/_doc/1?refresh=${r}")
        #expect(action.holes.map(\.reference.name) == ["i", "r", "a"])
        #expect(action.span.start.line == 1)
        #expect(!action.isRepeatable)
    }

    @Test(arguments: [
        ("404", ["404"]), ("2xx,404", ["2xx", "404"]), ("200, 3XX", ["200", "3xx"]),
    ])
    func readsStatuses(value: String, statuses: [String]) {
        let preparation = ConsoleHandler().prepare(StepDraft("GET /", keys: [("status", value)]))
        #expect(preparation.statuses == statuses)
        #expect(preparation.diagnostics.isEmpty)
    }

    @Test(arguments: ["", "ok", "99", "600", "20x", "4xxx", "200,", "2 00 1", "²00"])
    func refusesOtherStatuses(value: String) {
        let preparation = ConsoleHandler().prepare(StepDraft("GET /", keys: [("status", value)]))
        #expect(preparation.diagnostics.map(\.code) == ["status/malformed"])
    }

    @Test(arguments: [
        ("POST /_myplugin/_stats", true), ("POST /_myplugin/_stats\n\nGET /a", true), ("GET /a", false),
        ("POST /_myplugin/_stats\n\nPUT /a", false), ("DELETE /_myplugin/x", false), ("POST /a/_update/1", false),
    ])
    func onlyWhatIsNotKnownMayBeLowered(text: String, mayBe: Bool) {
        #expect(ConsoleHandler().prepare(StepDraft(text)).mayLowerEffect == mayBe)
    }

    @Test func passesOnWhatIsWrong() {
        let preparation = ConsoleHandler().prepare(StepDraft("HEAD /a\n{}\nGTE /b\nGET /c"))
        #expect(preparation.diagnostics.map(\.code) == ["console/method", "console/head-body"])
        #expect(preparation.actions.map(\.title.source) == ["HEAD /a", "GET /c"])
    }
}
