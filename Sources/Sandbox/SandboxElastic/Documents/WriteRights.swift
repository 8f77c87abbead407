/// Whether a user may write what a request of several documents writes.
///
/// The request as a whole needs a right on the cluster only. A security plugin judges each shard's part of it again, by
/// the index and by all that is done to the documents of the part.
struct WriteRights {
    private let access: CallAccess?
    private var known: [String: ElasticError?] = [:]

    init(_ call: Call) { access = call.access }

    /// Whether anybody has to be asked.
    var isNeeded: Bool { access.map { $0.security.product != .elasticsearch } ?? false }

    /// Checks that the user may do some things to documents of one shard.
    ///
    /// - Parameters:
    ///   - words: What is done, as a line of `_bulk` says it.
    ///   - name: The index, or the name that a new one gets.
    /// - Throws: The plugin's error, which each document of the part gets.
    mutating func check(_ words: Set<String>, on name: String) throws(ElasticError) {
        let actions = Set(words.map(WriteRights.action)).sorted()
        try ask(["indices:data/write/bulk[s]"] + actions, name)
    }

    /// Checks that the user may create the index that the first document of a name makes.
    mutating func checkCreation(of name: String) throws(ElasticError) { try ask(["indices:admin/create"], name) }

    /// The action of an item of `_bulk`.
    private static func action(_ word: String) -> String {
        switch word {
        case "delete", "update": "indices:data/write/\(word)"
        default: "indices:data/write/index"
        }
    }

    private mutating func ask(_ actions: [String], _ name: String) throws(ElasticError) {
        guard isNeeded, let access else { return }
        let key = ([name] + actions).joined(separator: " ")
        if known[key] == nil { known[key] = .some(WriteRights.problem(actions, name, access)) }
        if let problem = known[key] ?? nil { throw problem }
    }

    private static func problem(_ actions: [String], _ name: String, _ access: CallAccess) -> ElasticError? {
        if name == SecurityIndex.name { return .forbidden([], to: access.principal) }
        do throws(ElasticError) {
            try access.requireTogether(actions, on: [name])
            return nil
        } catch {
            return error
        }
    }
}

extension IndexTable {
    /// Whether a document that is written under a name makes the index.
    func isFree(_ name: String) -> Bool { self[name] == nil && !values.contains { $0.aliases[name] != nil } }
}
