import OrderedJSON
import RunbookModel
import RunbookTesting
import Testing

@testable import RunbookEngine

/// A test a diagnostic: a runbook with one flaw, its code, and where it stands.
struct BinderTests {
    struct Flaw: Sendable, CustomTestStringConvertible {
        let code: String
        var severity = Diagnostic.Severity.error
        let line: Int?
        let book: SampleBook
        var testDescription: String { code }

        init(
            _ code: String, _ severity: Diagnostic.Severity = .error, line: Int?, on targets: [String] = ["es"],
            _ make: (inout SampleBook) -> Void
        ) {
            self.code = code
            self.severity = severity
            self.line = line
            var book = SampleBook(targets: targets)
            make(&book)
            self.book = book
        }
    }

    private static func located(_ text: String) -> Located<String> { SampleBook.located(text, line: 10) }
    private static func alternative(_ name: String, _ value: String) -> Alternative {
        Alternative(parameter: located(name), values: [located(value)])
    }

    static let targetFlaws: [Flaw] = [
        Flaw("target/missing", line: 10, on: ["a", "b"]) { $0.add(.run, "GET /x") },
        Flaw("target/missing", line: 10, on: []) { $0.add(.run, "GET /x") },
        Flaw("target/unknown", line: 10) { $0.add(.run, "GET /x", on: ["ex"]) },
        Flaw("target/duplicate", line: 10) { $0.add(.run, "GET /x", on: ["es", "es"]) },
        Flaw("target/unused", .warning, line: 2, on: ["a", "b"]) { $0.add(.run, "GET /x", on: ["a"]) },
        Flaw("target/unknown-property", line: 11) { $0.add(.run, "GET /${es.instanze}") },
        Flaw("fence/language", line: 10) { book in
            book.add(.run, "GET /x")
            book.steps[0].block?.language = located("consle")
        },
        Flaw("fence/language", line: 10) { book in
            book.add(.run, "{}")
            book.steps[0].block?.language = located("json")
        },
        Flaw("handler/unknown", line: 11) { book in
            book.add(.run, "uses: alicloud/nlb.ServerGroup")
            book.steps[0].block?.language = located("yaml")
        },
    ]

    static let keyFlaws: [Flaw] = [
        Flaw("key/unknown", line: 10) { book in
            book.add(.run, "GET /x") { $0.others = [.init(name: located("retri"), value: nil)] }
        },
        Flaw("key/unknown", line: 10) { book in
            book.add(.manual, "Click") { $0.others = [.init(name: located("status"), value: nil)] }
        },
        Flaw("if/unknown-parameter", line: 10) { book in
            book.add(.run, "GET /x") { $0.alternatives = [alternative("method", "a")] }
        },
        Flaw("if/not-a-choice", line: 10) { book in
            book.parameter("method")
            book.add(.run, "GET /x") { $0.alternatives = [alternative("method", "a")] }
        },
        Flaw("if/unknown-value", line: 10) { book in
            book.parameter("method", choices: ["a"])
            book.add(.run, "GET /x") { $0.alternatives = [alternative("method", "b")] }
            book.add(.run, "GET /y") { $0.alternatives = [alternative("method", "a")] }
        },
        Flaw("if/uncovered", .warning, line: 2) { book in
            book.parameter("method", choices: ["a", "b"])
            book.add(.run, "GET /y") { $0.alternatives = [alternative("method", "a")] }
        },
        Flaw("unless/not-run", line: 10) { book in
            book.add(.verify, "GET /x") { $0.unless = SampleBook.located(.next, line: 10) }
        },
        Flaw("unless/no-verify", line: 10) { book in
            book.add(.run, "PUT /x") { $0.unless = SampleBook.located(.next, line: 10) }
            book.add(.run, "GET /x")
            book.add(.verify, "GET /x")
        },
        Flaw("unless/unknown", line: 10) { book in
            book.add(.run, "PUT /x") { $0.unless = SampleBook.located(.step("v"), line: 10) }
        },
        Flaw("unless/not-verify", line: 10) { book in
            book.add(.run, "PUT /x") { $0.unless = SampleBook.located(.step("r"), line: 10) }
            book.add(.run, "GET /y", id: "r")
        },
        Flaw("unless/own-value", line: 21) { book in
            book.add(.run, "PUT /x", id: "put", [.capture("name", ".name")]) { keys in
                keys.unless = SampleBook.located(.next, line: 10)
            }
            book.add(.verify, "GET /${name}")
        },
        Flaw("same/one-target", line: 10) { $0.add(.verify, "GET /x") { $0.same = SampleBook.filter(".n", line: 10) } },
        Flaw("within/not-waiting", line: 10) { book in
            book.add(.run, "GET /x") { $0.within = SampleBook.located(.seconds(1), line: 10) }
        },
        Flaw("every/not-waiting", line: 10) { book in
            book.add(.run, "GET /x") { $0.every = SampleBook.located(.seconds(1), line: 10) }
        },
        Flaw("for/not-waiting", line: 10) { book in
            book.add(.run, "GET /x") { $0.holdsFor = SampleBook.located(.seconds(1), line: 10) }
        },
        Flaw("effect/lowered", line: 10) { book in
            book.add(.run, "DELETE /x") { $0.effect = SampleBook.located(.read, line: 10) }
        },
        Flaw("verify/not-read", line: 11) { $0.add(.verify, "PUT /x") },
        Flaw("repeat/not-idempotent", .warning, line: 10) { $0.add(.run, "PUT /x") },
        Flaw("id/duplicate", line: 20) { book in
            book.add(.run, "GET /x", id: "a")
            book.add(.run, "GET /y", id: "a")
        },
        Flaw("id/ambiguous", .warning, line: 20) { book in
            book.add(.run, "GET /x")
            book.add(.run, "GET /x")
        },
    ]

    static let nameFlaws: [Flaw] = [
        Flaw("value/unknown", line: 11) { book in
            book.parameter("index")
            book.add(.run, "GET /${indx}")
            book.add(.run, "GET /${index}")
        },
        Flaw("value/later", line: 11) { book in
            book.add(.run, "GET /${name}")
            book.add(.run, "GET /x", [.capture("name", ".name")])
        },
        Flaw("value/later", line: 11) { $0.add(.run, "GET /${own.x}", id: "own") },
        Flaw("name/duplicate", line: 10) { $0.add(.run, "GET /x", id: "es") },
        Flaw("name/duplicate", line: 25) { book in
            book.add(.run, "GET /x", [.capture("name", ".a")])
            book.add(.run, "GET /y", [.capture("name", ".b")])
            book.add(.run, "GET /${name}")
        },
        Flaw("parameter/unused", .warning, line: 2) { book in
            book.parameter("index")
            book.add(.run, "GET /x")
        },
        Flaw("capture/unused", .hint, line: 15) { $0.add(.run, "GET /x", [.capture("name", ".a")]) },
        Flaw("secret/not-recoverable", .warning, line: 15) { book in
            book.add(.run, "PUT /x", [.capture("token!", ".a")]) { $0.repeats = true }
            book.add(.run, "GET /${token}")
        },
        Flaw("value/may-be-unset", line: 31) { book in
            book.parameter("method", choices: ["a", "b"])
            book.add(.run, "GET /x", [.capture("name", ".a")]) { $0.alternatives = [alternative("method", "a")] }
            book.add(.run, "GET /y") { $0.alternatives = [alternative("method", "b")] }
            book.add(.run, "GET /${name}")
        },
        Flaw("value/may-be-unset", .warning, line: 21) { book in
            book.add(.run, "GET /x", [.capture("name", ".a")]) { $0.conditions = [SampleBook.filter("true")] }
            book.add(.run, "GET /${name}")
        },
        Flaw("value/unset-when-satisfied", line: 31) { book in
            book.add(.run, "PUT /x", id: "put", [.capture("name", ".name")]) { keys in
                keys.unless = SampleBook.located(.next, line: 10)
            }
            book.add(.verify, "GET /x")
            book.add(.run, "GET /${name}")
        },
    ]

    @Test(arguments: targetFlaws + keyFlaws + nameFlaws)
    func finds(flaw: Flaw) {
        let all = flaw.book.binding().diagnostics
        // What is wrong may leave something unused; that is told as well, and is not a second error.
        let found = all.filter { $0.severity >= flaw.severity }
        #expect(found.map(\.code) == [flaw.code])
        #expect(found.first?.span?.start.line == flaw.line)
        #expect(found.first?.help.isEmpty == false)
    }

    @Test func findsNothingInASoundRunbook() {
        var book = SampleBook(targets: ["a", "b"])
        book.parameter("method", choices: ["x", "y"])
        for value in ["x", "y"] {
            book.add(.run, "PUT /\(value)/${a.instance}", on: ["b"], [.capture("name", ".name")]) { keys in
                keys.alternatives = [Self.alternative("method", value)]
                keys.repeats = true
            }
        }
        book.add(.run, "PUT /${name}", id: "put", on: ["a"], [.capture("id", ".id")]) { keys in
            keys.unless = SampleBook.located(.step("there"))
        }
        book.add(
            .verify, "GET /${name}", id: "there", on: ["a", "b"], [.capture("id", ".a.id"), .assert("$status == 200")])
        book.add(.run, "GET /${id}/${there.a.x}", on: ["a"])
        #expect(book.codes.isEmpty)
        #expect(book.binding().isRunnable)
    }

    @Test func takesAnAlternativeOfTheUserIntoAccount() {
        var book = SampleBook()
        book.parameter("method", choices: ["a", "b"])
        book.add(.run, "GET /x", [.capture("name", ".a")]) { $0.alternatives = [Self.alternative("method", "a")] }
        book.add(.run, "GET /y") { $0.alternatives = [Self.alternative("method", "b")] }
        book.add(.run, "GET /${name}") { $0.alternatives = [Self.alternative("method", "a")] }
        #expect(book.codes.isEmpty)
    }

    @Test func checksFiltersAllAtOnce() async {
        var book = SampleBook()
        book.add(.run, "GET /x", [.assert(".ok"), .assert("syntax error")])
        let problems = await FilterCheck.check(book.binding(), with: FakeExpressions())
        #expect(problems.map(\.code) == ["filter/syntax"] && problems.first?.span?.start.line == 15)
    }
}
