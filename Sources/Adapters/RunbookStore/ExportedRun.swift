internal import Digests
internal import OrderedJSON
internal import SQLite

/// The events of a run outside the store, as lines of JSON, and what their chain of hashes says.
package struct ExportedRun: Sendable, Hashable {
    /// Why a text is not an export.
    package struct Problem: Error, Sendable, Hashable {
        /// The line, from 1.
        package let line: Int
        /// What is wrong with it.
        package let message: String
    }

    /// The run.
    package let run: String
    /// The SHA-256 of each event, in order, up to the first that does not fit.
    package private(set) var digests: [String] = []
    /// The number of the first event that does not fit the one before it; nil when all do.
    package private(set) var broken: Int?
    /// The hashes of texts that its first events name and that were changed.
    package private(set) var changedTexts: [String] = []
    /// Whether its last event is not the one that the first line of the export names, or is missing.
    package private(set) var hasOtherEnd = false

    /// Whether a text begins as an export does.
    package static func isExport(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.split(separator: 0x0A, maxSplits: 1).first, let head = try? JSON(bytes: first) else {
            return false
        }
        return head["export"] == "runbook"
    }

    /// Reads an export, and repeats the chain of each of its runs.
    ///
    /// - Throws: `Problem` at the first line that an export cannot have.
    package static func read(_ bytes: [UInt8]) throws(Problem) -> [ExportedRun] {
        var runs: [ExportedRun] = []
        var changed: [String] = []
        var head: JSON = .null
        var texts: Set<String> = []
        for (index, bytes) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = index + 1
            if bytes.isEmpty { continue }
            guard let json = try? JSON(bytes: bytes), json.object != nil else {
                throw Problem(line: line, message: "it is not a JSON object")
            }
            if line == 1 {
                guard json["export"] == "runbook", json["version"]?.int == 1 else {
                    throw Problem(line: line, message: "it is not the first line of `runbook runs export`, version 1")
                }
                head = json
                continue
            }
            if let hash = json["sha256"]?.string, let text = json["text"]?.string {
                texts.insert(hash)
                if SHA256.hex(text) != hash { changed.append(hash) }
                continue
            }
            guard let run = json["run"]?.string, let sequence = json["seq"]?.int, let epoch = json["epoch"]?.int,
                let at = json["at"]?.int, let kind = json["kind"]?.string, let data = json["data"],
                let previous = json["previous"]?.string
            else { throw Problem(line: line, message: "it is neither an event nor a text") }
            if runs.last?.run != run { runs.append(ExportedRun(run: run)) }
            runs[runs.count - 1].add(
                sequence, previous: previous,
                digest: EventChain.digest(
                    previous: previous, run: run, sequence: sequence, epoch: epoch, at: at, kind: kind,
                    data: data.text(.recorded)))
        }
        changed += (head["texts"]?.array ?? []).compactMap(\.string).filter { !texts.contains($0) }
        // Exports of earlier versions do not say how their runs end.
        for (run, end) in (head["runs"]?.object?.members ?? []).map({ ($0.name, $0.value) }) {
            if !runs.contains(where: { $0.run == run }) { runs.append(ExportedRun(run: run)) }
            for index in runs.indices where runs[index].run == run && runs[index].broken == nil {
                let isSame = end["last"]?.string == runs[index].digests.last ?? ""
                runs[index].hasOtherEnd = !isSame || end["events"]?.int != runs[index].digests.count
            }
        }
        for index in runs.indices { runs[index].changedTexts = changed }
        return runs
    }

    private init(run: String) { self.run = run }

    private mutating func add(_ sequence: Int, previous: String, digest: String) {
        if broken != nil { return }
        if sequence == digests.count + 1, previous == digests.last ?? "" {
            digests.append(digest)
        } else {
            broken = digests.count + 1
        }
    }
}

extension RunStore {
    /// The SHA-256 of each event of a run, in order, up to the first that does not fit the one before it.
    package func digests(of run: String) throws(StoreFailure) -> [String] {
        try StoreFailure.of(folder) {
            try Self.chain(of: run, &connection).digests
        }
    }
}
