import ConsoleHandler
import Glibc
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

/// The URL of a real, disposable Elasticsearch, from the environment: the first of those with commas between them.
private let realURL = getenv("RUNBOOK_REAL_ES").flatMap { variable in
    String(cString: variable).split(separator: ",").first.map(String.init)
}

@Suite(.serialized, .enabled(if: realURL != nil, "RUNBOOK_REAL_ES is not set to a URL"))
struct RealServerTests {
    private let handler = ConsoleHandler()
    private let target = Target(url: realURL ?? "")
    private let index = "console-handler-tests-\(getpid())"

    /// Performs all requests of a block; returns the statuses of their responses.
    private func statuses(_ block: String) async throws -> [Int] {
        let preparation = handler.prepare(StepDraft(block))
        #expect(preparation.diagnostics.allSatisfy { $0.severity < .error })
        var statuses: [Int] = []
        for (number, template) in preparation.actions.enumerated() {
            let fields = try template.fields.map { field in
                Action.Field(field.name, try field.template.filled { _ in .string(index) })
            }
            let action = Action(
                step: "s", target: "leader", index: number, effect: template.effect, title: template.title.source,
                fields: fields, token: "t")
            let outcome = await handler.perform(action, on: target, timeout: .seconds(30))
            let response = try #require(outcome.response, "\(action.title): \(outcome)")
            #expect(response.complaints.isEmpty, "\(action.title)")
            statuses.append(response.status ?? 0)
        }
        return statuses
    }

    @Test func examines() async {
        let examination = await handler.examine(target, timeout: .seconds(30))
        #expect(examination.diagnostics.isEmpty)
        #expect(examination.product?.hasPrefix("Elasticsearch ") == true)
        #expect(examination.identity != nil)
    }

    @Test func speaksItsGrammar() async throws {
        let block = """
            HEAD /${index}
            PUT /${index}   // created
            { "settings": { "number_of_replicas": 0 } } # one shard is enough
            PUT /${index}/_doc/1?refresh
            { "user": \"""a "quoted"
            name\""" }
            POST _bulk?refresh=true
            { "index": { "_index": "${index}", "_id": "2" } }
            {
              "user": "kimchy", // two lines
              "age": 3
            }
            GET /${index}/_search?rest_total_hits_as_int=true

            { "query": { "term": { "age": 3 } } }
            GET /${index}/_count?q=user:kimchy OR user:name
            GET /${index}/_doc/3
            DELETE ${index}
            """
        #expect(try await statuses(block) == [404, 200, 201, 200, 200, 200, 404, 200])
    }
}
