import Testing

/// Every way out of the process is known, and those that carry texts of a run go through the one masker.
struct ExitsTests {
    /// The files that write to a descriptor, a file, a socket or a database, and why no secret leaves there.
    private static let known: [String: String] = [
        "Sources/Command/RunbookCLI/Context/TextOutput.swift": "masks: standard output and standard error",
        "Sources/Support/Terminal/Console.swift": "masks: the terminal, by what the context gives it",
        "Sources/Command/RunbookCLI/Files/DocumentFile.swift": "writes what its callers mask, see below",
        "Sources/Command/RunbookCLI/Files/DocumentFile+Replace.swift": "writes what its callers mask, see below",
        "Sources/Adapters/RunbookStore/RunJournal.swift": "writes what the runner masks, see below",
        "Sources/Adapters/RunbookStore/EventRow.swift": "writes what the runner masks, see below",
        "Sources/Adapters/RunbookStore/RunStore+Writing.swift": "names of runs, and answers of people to `confirm`",
        "Sources/Adapters/RunbookStore/StoreFolder+Attachments.swift":
            "files that a person attaches to an answer, as they are",
        "Sources/Adapters/RunbookStore/StoreFolder+Randomness.swift": "a random key of the store",
        "Sources/Adapters/RunbookStore/RunStore+Plans.swift": "hashes of plans, and names of runs",
        "Sources/Adapters/RunbookStore/Repair/StoreRepair.swift": "what the store holds, masked when it was written",
        "Sources/Adapters/RunbookStore/Repair/LooseFile.swift": "copies of the store's own files, beside them",
        "Sources/Adapters/RunbookStore/FileLock.swift": "the owner of a lock",
        "Sources/Adapters/RunbookStore/StoreFolder+Damage.swift": "names of runs that were found damaged",
        "Sources/Adapters/RunbookExternal/Folder/TrustList.swift": "paths and hashes of plugins",
        "Sources/Adapters/RunbookFilters/Helper/FrameStream.swift": "the helper's replies, to the process that asked",
        "Sources/Core/RunbookPluginTest/ManifestFile.swift": "a handler's manifest, in a test",
        "Sources/Sandbox/SandboxServer/PrivateFile.swift": "addresses of a sandbox, and a password it made",
        "Sources/Support/HTTPClient/CurlTransfer+Prepare.swift": "requests, to the target that they are for",
        "Sources/Support/Processes/ChildLoop.swift": "a child's standard input, which is meant for it",
        "Sources/Support/Processes/ChildState.swift": "wakes a thread",
        "Sources/Support/Terminal/WakePipe.swift": "wakes a thread",
        "Sources/Command/RunbookCLI/Context/CommandContext.swift": "`print` of its own, which masks",
        "Sources/Command/RunbookCLI/Plugins/PluginNewCommand.swift": "a new plugin's texts",
        "Sources/Command/RunbookCLI/Plugins/PluginOption.swift": "`print` of the context, which masks",
        "Sources/Command/RunbookCLI/Plugins/PluginSkeleton.swift": "a text of ours, in which `print` stands",
        "Sources/Core/RunbookReport/Codes/Areas/CodeCatalogue+Fences.swift": "a text of ours, in which `print` stands",
    ]

    /// What writes in a file that sees the C library.
    private static func writesByC(_ line: Substring) -> Bool {
        line.contains(#/(?:Glibc\.|(?:^|[^.\w"])(?:_ = )?)p?writev?\(\w/#)
            || line.contains(#/\bf(?:write|puts|printf|putc)\(/#)
            || line.contains(#/\bO_(?:WRONLY|RDWR|CREAT|APPEND)\b/#) || line.contains(#/\bfopen\([^)]*"[wa]/#)
            || line.contains(#/\b(?:syslog|mkstemp|setenv|sendto|sendmsg|puts)\(/#)
    }

    /// What writes in any file.
    private static func writes(_ line: Substring) -> Bool {
        line.contains(#/(?:^|[^.\w])(?:print|debugPrint|dump)\(/#)
            || line.contains(#/\b(?:FileHandle|os_log|Logger)\b/#)
            || line.contains(#/"(?:INSERT|UPDATE|REPLACE) /#) || line.contains(#/CURLOPT_(?:COPY)?POSTFIELDS/#)
    }

    private static func code(of text: String) -> [Substring] {
        text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter {
            !$0.hasPrefix("//") && !$0.contains("func ")
        }
    }

    @Test func everyExitIsKnown() {
        var found: Set<String> = []
        for file in SourceFiles.all where !file.path.contains("/Tests/") {
            let seesC = file.text.contains(#/import (?:Glibc|CSystem|Foundation)/#)
            let lines = Self.code(of: file.text)
            if lines.contains(where: { Self.writes($0) || seesC && Self.writesByC($0) }) { found.insert(file.path) }
        }
        #expect(
            found.subtracting(Self.known.keys).sorted() == [], "a new way out of the process: mask what leaves there")
        #expect(Set(Self.known.keys).subtracting(found).sorted() == [], "writes nothing any more")
    }

    private static func callers(of texts: String...) -> Set<String> {
        var callers: Set<String> = []
        for file in SourceFiles.all where !file.path.contains("/Tests/") {
            let lines = code(of: file.text)
            if lines.contains(where: { line in texts.contains { line.contains($0) } }) { callers.insert(file.path) }
        }
        return callers
    }

    /// Who writes files does it by the context, which masks; plans hold no secret by their making, the rest is constant.
    @Test func filesAreWrittenThroughTheMasker() {
        #expect(
            Self.callers(of: "DocumentFile.write(", "DocumentFile.replace(") == [
                "Sources/Command/RunbookCLI/Commands/NewCommand.swift",
                "Sources/Command/RunbookCLI/Context/CommandContext.swift",
                "Sources/Command/RunbookCLI/Files/EmptyRepository.swift",
                "Sources/Command/RunbookCLI/Plan/PlanFile.swift",
                "Sources/Command/RunbookCLI/Plugins/PluginNewCommand.swift",
            ])
    }

    /// The journal gets events from the runner, which masks each, and answers of people from the store itself; a text that
    /// is kept is the author's or the operator's.
    @Test func theJournalIsWrittenThroughTheMasker() {
        #expect(
            Self.callers(of: "journal.append(") == [
                "Sources/Command/RunbookCLI/Commands/ResumeCommand.swift",
                "Sources/Core/RunbookEngine/Run/Runner.swift",
            ])
        #expect(Self.callers(of: "journal.keep(") == ["Sources/Command/RunbookApp/Execution/RunExecution.swift"])
    }

    /// Nobody makes an output or a console beside those that mask.
    @Test func outputsAreMadeWithTheMasker() {
        #expect(
            Self.callers(of: "TextOutput(.") == ["Sources/Command/RunbookCLI/Context/CommandContext.swift"])
        #expect(
            Self.callers(of: "Console.standard", "Console(input:") == [
                "Sources/Command/RunbookCLI/Context/CommandContext.swift", "Sources/Support/Terminal/Console.swift",
            ])
    }

    /// Handlers cut what targets say before it is masked; so they cut with an ellipsis, which `Excerpt` sets.
    @Test func handlersCutWithAnEllipsis() {
        let cuts = #/(?:decoding: |String\()[^"]*\.prefix\(/#
        for file in SourceFiles.all where !file.path.contains("/Tests/") {
            guard file.path.hasPrefix("plugins/") || file.path.contains("Client/") else { continue }
            for line in Self.code(of: file.text) where line.contains(cuts) {
                // The first line of it is cut again, and shorter.
                if line.contains("response.body.prefix(2000)") { continue }
                Issue.record("\(file.path): \(line)")
            }
        }
    }
}
