import Files
import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookStore

/// Verifies a journal: the chain of a run in the store, an export, or the last hash that a report printed.
struct JournalVerification {
    /// The largest file, in bytes.
    private static let mostBytes = 1 << 30

    let context: CommandContext
    let store: RunStore

    /// What such a chain cannot prove.
    static let limits =
        "A chain of hashes shows accidents and careless edits. It does not prove who wrote the journal, or that no events "
        + "were removed at its end: whoever can write the file can compute a new chain. Compare the last hash with one "
        + "that was kept elsewhere, for example in a ticket."

    /// Verifies a file, or a run of the store.
    ///
    /// - Returns: The lines of the result, and whether nothing differs.
    func verify(_ subject: String) async throws -> (lines: [String], isWhole: Bool) {
        let isFile = subject.utf8.contains(0x2F) || subject.utf8.contains(0x2E)
        guard isFile else { return try await verifyRun(store.find(subject)) }
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try FileReader.read(subject, .own, limit: Self.mostBytes)
        } catch {
            throw CommandFailure(
                ExitStatus.usage, lines: ["cannot read `\(VisibleText.visible(subject))`: \(error.reason)"])
        }
        if ExportedRun.isExport(bytes) { return try await verifyExport(bytes, named: subject) }
        guard let (run, hash) = Self.foot(of: bytes) else {
            throw CommandFailure(
                ExitStatus.usage,
                lines: [
                    "`\(VisibleText.visible(subject))` is not an export of `runbook runs export`, and not a report in "
                        + "Markdown or JSON"
                ])
        }
        return try await verifyReport(bytes, of: run, last: hash)
    }

    // MARK: What is verified

    private func verifyRun(_ run: String) async throws -> (lines: [String], isWhole: Bool) {
        switch try await store.verifyChain(of: run) {
        case .intact(let length, let last): return ([whole(run, length, last)], true)
        case .broken(let event): return ([try await differs(event, of: run)], false)
        }
    }

    private func verifyExport(_ bytes: [UInt8], named file: String) async throws -> (lines: [String], isWhole: Bool) {
        let runs: [ExportedRun]
        do throws(ExportedRun.Problem) {
            runs = try ExportedRun.read(bytes)
        } catch {
            throw CommandFailure(
                ExitStatus.invalid, lines: ["\(VisibleText.visible(file)):\(error.line): \(error.message)"])
        }
        var lines: [String] = []
        var isWhole = true
        for exported in runs {
            let name = VisibleText.visible(exported.run)
            let own = try await store.digests(of: exported.run)
            let common = zip(exported.digests, own).prefix { $0 == $1 }.count
            // An edit of an event shows at the one after it, unless the store has the event.
            let isOther = !own.isEmpty && common < min(exported.digests.count, own.count)
            if isOther || exported.broken != nil {
                isWhole = false
                let event = isOther ? common + 1 : max(1, (exported.broken ?? 1) - 1)
                lines.append(
                    isOther
                        ? "event \(event) of the run `\(name)` is not the event in the store"
                        : Self.edited(event, of: name))
            } else if exported.hasOtherEnd {
                isWhole = false
                lines.append(
                    "the last event of the run `\(name)`, event \(exported.digests.count), was changed, or events behind it "
                        + "are missing: the first line of the export has another hash of it")
            } else {
                lines.append(whole(name, exported.digests.count, exported.digests.last ?? ""))
                if own.count > exported.digests.count {
                    lines.append(
                        "the store has \(own.count - exported.digests.count) later events of the run `\(name)`")
                }
            }
        }
        for hash in Set(runs.flatMap(\.changedTexts)).sorted() {
            isWhole = false
            lines.append("the text with SHA-256 `\(VisibleText.visible(hash))` was changed, or is missing")
        }
        return (lines, isWhole)
    }

    private func verifyReport(
        _ bytes: [UInt8], of run: String, last: String
    ) async throws -> (lines: [String], isWhole: Bool) {
        let name = try await store.find(run)
        let chain = try await verifyRun(name)
        let digests = try await store.digests(of: name)
        guard let place = digests.firstIndex(of: last) else {
            let line =
                "the report ends with an event that the journal of `\(name)` does not contain: the journal was changed, "
                + "or the report was"
            return (chain.isWhole ? [line] : chain.lines + [line], false)
        }
        if let difference = try await difference(of: bytes, from: name, at: place + 1, last) {
            return (chain.lines + [difference], false)
        }
        let later = digests.count - place - 1
        let line =
            "the report of `\(name)` ends at event \(place + 1) of the journal"
            + (later == 0 ? "" : "; \(later) were added later")
        return ([line] + chain.lines, chain.isWhole)
    }

    /// How a report differs from what the journal says up to an event; nil when it says the same.
    ///
    /// - Parameter last: The SHA-256 of the event.
    private func difference(
        of bytes: [UInt8], from run: String, at event: Int, _ last: String
    ) async throws -> String? {
        let writer = ReportWriter(store: store, context: context)
        let entries = Array(try await store.journal(of: run).entries.prefix(event))
        let found = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        var count = 0
        // One that was written during the run says so.
        for isOwned in [false, true] {
            guard let then = try await writer.run(run, after: entries, last, isOwned: isOwned) else { return nil }
            let text = ReportWriter.text(then, format: bytes.first == 0x7B ? .json : .markdown)
            let written = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
            if found == written { return nil }
            count = max(count, zip(found, written).prefix { $0 == $1 }.count)
        }
        return
            "line \(count + 1) of the report is not what this version of runbook writes from the journal: the report was "
            + "edited, or another version or another `--store` wrote it"
    }

    // MARK: Words

    private func whole(_ run: String, _ length: Int, _ last: String) -> String {
        "each event of the run `\(run)` follows from the one before it: \(length) events, the last has SHA-256 \(last)"
    }

    /// What a break of the chain in the store says: the event before it was changed, or is missing.
    private func differs(_ event: Int, of run: String) async throws -> String {
        let entries = try await store.entries(of: run)
        guard let found = entries.first(where: { $0.sequence >= event }) else {
            return "the run `\(run)` had more events: event \(event) is missing"
        }
        if found.sequence > event { return "event \(event) of the run `\(run)` is missing" }
        return Self.edited(max(1, event - 1), of: run)
    }

    private static func edited(_ event: Int, of run: String) -> String {
        "event \(event) of the run `\(run)` was changed: event \(event + 1) has another hash of it"
    }

    /// The run and the hash that a report ends with; nil when a text is not a report.
    private static func foot(of bytes: [UInt8]) -> (run: String, hash: String)? {
        if bytes.first == 0x7B {
            guard let json = try? JSON(bytes: bytes), let run = json["run"]?.string, let hash = json["journal"]?.string
            else { return nil }
            return (run, hash)
        }
        guard let line = bytes.split(separator: 0x0A).last, let end = line.last, end == 0x60 else { return nil }
        let parts = line.split(separator: 0x60)
        guard line.starts(with: "Journal of run `".utf8), parts.count == 4 else { return nil }
        return (String(decoding: parts[1], as: UTF8.self), String(decoding: parts[3], as: UTF8.self))
    }
}
