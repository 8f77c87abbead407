import Testing

/// Tests wait for what happens, not for time to pass: a sleep is too long on a fast machine and too short on a busy one.
struct SleepTests {
    /// The files that sleep, and why their results do not depend on how long that takes.
    private static let known: [String: String] = [
        "Tests/Adapters/RunbookStoreTests/CrashTests.swift": "kills a writer at any moment; each of them must do",
        "Tests/Support/ProcessesTests/ProcessStopTests.swift": "looks again and again for what must come",
        "Tests/Support/ProcessesTests/ChildProcessTests.swift": "looks again and again for what must come",
        "Tests/Support/TerminalTests/RestoringTests.swift": "looks again and again for what must come",
        "Tests/Support/TerminalTests/SignalsTests.swift": "is ended by a signal",
        "Tests/Support/HTTPServerTests/HTTPServerLifeTests.swift": "work of a server that takes time, or never ends",
        "Tests/Support/HTTPServerTests/HTTPServerRequestTests.swift": "work of a server that takes time",
        "Tests/Core/RunbookEngineTests/Support/FakePeople.swift": "a person who never answers",
        "Tests/Core/RunbookPluginTestTests/FaultyHandler.swift": "a handler that is slow on purpose",
        "Tests/Integration/IntegrationTests/InterruptionTests.swift":
            "nobody tells when a process has noticed a signal; too early a next one is a harder test",
        "Tests/Integration/IntegrationTests/TerminalTests.swift": "nothing must happen meanwhile, however long",
        "Tests/Integration/IntegrationTests/Stress/StressLog.swift":
            "spreads kills over time, only for `make test-stress`",
        "plugins/console/Tests/PerformTests.swift": "a server that never answers",
    ]

    @Test func nobodyElseSleeps() {
        let sleeping = (SourceFiles.tests + SourceFiles.fuzz + SourceFiles.all.filter { $0.path.contains("/Tests/") })
            .filter { file in
                file.text.split(separator: "\n").contains { line in
                    let code = line.drop { $0 == " " }
                    return !code.hasPrefix("//")
                        && code.contains(#/\b(Task\.sleep|u?sleep|nanosleep)\((for|until|[a-z0-9])/#)
                        && !code.contains("func sleep") && !code.contains("clock.sleep") && !code.contains("Regex")
                }
            }.map(\.path)
        #expect(Set(sleeping).subtracting(Self.known.keys).sorted() == [], "wait for what happens, not for time")
        #expect(Set(Self.known.keys).subtracting(sleeping).sorted() == [], "does not sleep any more")
    }
}
