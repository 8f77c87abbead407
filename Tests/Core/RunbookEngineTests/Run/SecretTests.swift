import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookRun
import Testing

@testable import RunbookEngine

/// Nothing of a secret is in any event, however it is written.
struct SecretTests {
    private static let secret = "p\"ss/wörd+1?"

    private static let forms: [String] = [
        secret, #"p\"ss/wörd+1?"#, #"p\\\"ss"#, "p%22ss%2Fw%C3%B6rd%2B1%3F", "p%22ss%2fw%c3%b6rd%2b1%3f",
        #"p\"ss\/w\u00f6rd+1?"#, "wörd", "%C3%B6rd", "ss/w",
    ]

    private func expectHidden(_ run: TestRun, _ forms: [String] = forms) {
        let text = run.journalText
        for form in forms {
            #expect(!text.contains(form), "\(form)")
            #expect(!text.contains(JSON.escaped(form)), "\(form)")
        }
    }

    @Test func hidesASecretParameterInEveryContextAndEcho() async throws {
        var book = SampleBook()
        book.parameter("password", isSecret: true)
        book.add(.run, #"PUT /u/${password} {"p":"${password}"}"#, id: "put", [.assert(".gone == $password")]) {
            $0.confirm = SampleBook.template("Set ${password}?")
        }
        var run = TestRun(book, answers: [.go])
        run.values.set("password", to: .string(Self.secret), isSecret: true)
        let path = "/u/p%22ss%2Fw%C3%B6rd%2B1%3F"
        run.handler.script(
            "PUT \(path)",
            .ok(["echo": .string(Self.secret), "path": .string(path), "twice": .string("{\"p\":\"p\\\"ss/wörd+1?\"}")]))
        #expect(await run.start().name == "failed put")
        #expect(run.handler.actions.first?.field("path") == path)
        #expect(run.handler.actions.first?.field("body") == #"{"p":"p\"ss/wörd+1?"}"#)
        expectHidden(run)
        #expect(run.journalText.contains("${password}"))
    }

    /// What comes instead of a response is read by no capture, and may hold what one would have taken.
    @Test(arguments: [429, 502, 503, 200])
    func hidesWhatNoCaptureHasRead(status: Int) async throws {
        for role in [Step.Role.run, .verify] {
            var book = SampleBook()
            book.add(role, role == .run ? "POST /key" : "GET /key", id: "key", [.capture("token!", ".token")]) {
                $0.within = SampleBook.located(.seconds(4))
            }
            let run = TestRun(book)
            let response = Response.ok(["token": .string(Self.secret)], status: status)
            let reason = "status \(status) (`{\"token\":\"\(Self.secret)\"}`)"
            let outcome: Outcome =
                status == 429
                ? .refused(Refusal(reason: reason, response: response)) : .unknown(reason: reason, response: response)
            run.handler.script(role == .run ? "POST /key" : "GET /key", outcome)
            _ = await run.start()
            expectHidden(run)
            #expect(run.journalText.contains("may contain a secret"))
        }
    }

    /// The author thought of another member, or the target says no: nobody can tell what is secret in it.
    @Test(arguments: [200, 400, 401, 404, 500], [[], [Response.Complaint(field: "error", message: "p\"ss/wörd+1?")]])
    func hidesAResponseInWhichACaptureFindsNothing(status: Int, complaints: [Response.Complaint]) async throws {
        for role in [Step.Role.run, .verify] {
            var book = SampleBook()
            book.add(role, role == .run ? "POST /key" : "GET /key", id: "key", [.capture("token!", ".encoded")]) {
                $0.within = SampleBook.located(.seconds(4))
            }
            let run = TestRun(book)
            let response = Response.ok(["token": .string(Self.secret)], status: status, complaints: complaints)
            run.handler.script(role == .run ? "POST /key" : "GET /key", .answered(response))
            #expect(await run.start().name == "failed key")
            expectHidden(run)
        }
    }

    /// A secret may be in another response of the step than the one that its capture reads, and come before it.
    @Test(arguments: [".a.nothing", ".b.nothing", ".b.token", ".a.token"])
    func hidesAllResponsesOfAStep(filter: String) async throws {
        var book = SampleBook(targets: ["a", "b"])
        book.add(.run, "POST /key", id: "keys", on: ["a", "b"], [.capture("token!", filter)])
        let run = TestRun(book)
        run.handler.script("POST /key", .ok(["token": .string(Self.secret)]), .ok(["token": .string(Self.secret)]))
        #expect(await run.start().name == (filter.hasSuffix("token") ? "passed" : "failed keys"))
        expectHidden(run)
    }

    /// The answer is kept before the capture is taken, and a check that is not met keeps it from being taken at all.
    @Test(arguments: [[], [SampleCheck.assert(".ready")]])
    func hidesACapturedSecretInTheAnswerItComesFrom(before: [SampleCheck]) async throws {
        for role in [Step.Role.run, .verify] {
            var book = SampleBook()
            book.add(role, "GET /login", id: "login", before + [.capture("token!", ".token"), .assert(".ready")]) {
                $0.within = SampleBook.located(.seconds(4))
            }
            book.add(.run, "PUT /b?t=${token}", id: "use")
            let run = TestRun(book)
            run.handler.script("GET /login", .ok(["token": .string(Self.secret), "ready": false]))
            _ = await run.start()
            // What is asked for is kept, and what stands beside it is not.
            #expect(run.journalText.contains(#"ready\":false"#))
            #expect(!run.journalText.contains(#"token\":"#))
            expectHidden(run)
        }
    }

    @Test func hidesWhatIsMadeOfASecret() async throws {
        var book = SampleBook()
        book.parameter("password", isSecret: true)
        book.add(.run, "GET /a", id: "made", [.capture("made", "$password.name")])
        book.add(.run, "PUT /b?t=${made}", id: "use", [.assert("$made")])
        var run = TestRun(book)
        run.values.set("password", to: ["name": .string(Self.secret)], isSecret: true)
        #expect(await run.start().name == "failed use")
        #expect(try run.step("made").values.secrets == ["made"])
        expectHidden(run)
    }

    @Test func hidesAValueThatHoldsASecret() async throws {
        var book = SampleBook()
        book.add(.run, "GET /a", id: "whole", [.capture("token!", ".token"), .capture("copy", ".")])
        book.add(.run, "PUT /b", id: "put", [.expect(#"{"echo":"${copy.token}"}"#)])
        book.add(.run, "PUT /${whole.token} ${copy}", id: "use")
        let run = TestRun(book)
        run.handler.script("GET /a", .ok(["token": .string(Self.secret), "color": "yellow"]))
        run.handler.script("PUT /b", .ok(["echo": .string(Self.secret)]))
        #expect(await run.start().name == "passed")
        #expect(Set(try run.step("whole").values.secrets) == ["token", "copy", "whole"])
        expectHidden(run)
    }

    @Test func keepsNoAnswerWhoseSecretIsTooShortToMask() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put", [.capture("pin!", ".pin"), .expect(#"{"n":2}"#)])
        book.add(.run, "GET /${pin}")
        let run = TestRun(book)
        run.handler.script("PUT /a", .ok(["pin": "x9z", "n": 1]))
        #expect(await run.start().name == "failed put")
        #expect(!run.journalText.contains("x9z"))
        #expect(try run.step("put").failure?.differences.isEmpty == true)
    }

    @Test(arguments: ["fail: string (\"p\\\"ss/w...) cannot be parsed", ".token.x"])
    func tellsNoErrorThatMayQuoteASecret(filter: String) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put", [.capture("token!", filter)])
        book.add(.run, "GET /${token}")
        let run = TestRun(book)
        run.handler.script("PUT /a", .ok(["token": .string(Self.secret)]))
        #expect(await run.start().name == "failed put")
        expectHidden(run)
    }

    @Test func hidesASecretThatACheckFound() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put", [.capture("token!", ".t")]) { $0.unless = SampleBook.located(.next) }
        book.add(.verify, "GET /a", id: "v", [.capture("token!", ".token")])
        book.add(.run, "GET /${token}", id: "use")
        let run = TestRun(book)
        run.handler.script("GET /a", .ok(["token": .string(Self.secret)]))
        #expect(await run.start().name == "passed")
        #expect(try run.step("put").state == .satisfied)
        expectHidden(run)
    }

    @Test func hidesCredentialsInReasons() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put")
        var run = TestRun(book)
        run.values = ValueStore(secrets: SecretLedger())
        run.values.secrets.add([Self.secret])
        run.handler.script("PUT /a", .refused("no route to http://u:\(Self.secret)@h"))
        #expect(await run.start().name == "failed put")
        expectHidden(run)
    }

    @Test func hidesWhatAPersonTypes() async throws {
        var book = SampleBook()
        book.add(.manual, "Click", id: "click")
        var run = TestRun(book, answers: [.skip(reason: "\(Self.secret) did not work")])
        run.values = ValueStore(secrets: SecretLedger())
        run.values.secrets.add([Self.secret])
        #expect(await run.start().name == "passed")
        expectHidden(run)
    }
}
