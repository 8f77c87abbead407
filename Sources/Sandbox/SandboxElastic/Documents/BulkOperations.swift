internal import OrderedJSON

/// `_bulk`.
enum BulkOperations {
    static func bulk(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .bodyRequired }
        guard call.body.last == UInt8(ascii: "\n") else {
            throw .illegalArgument("The bulk request must be terminated by a newline [\\n]")
        }
        let items = try items(call)
        if items.isEmpty { throw .validation("no requests added") }
        if call.arguments["type"] != nil || items.contains(where: { $0.type != nil }) {
            call.warnOfTypes("[types removal] Specifying types in bulk requests is deprecated.")
        }
        var results: [JSON] = []
        var errors = 0
        let refusals = refusals(items, call, state)
        for (number, item) in items.enumerated() {
            let (members, isError) = perform(item, call, refusals[number], &state)
            errors += isError ? 1 : 0
            results.append(.object(JSONObject([(item.action, .object(members))])))
        }
        var answer = Answer(["took": 1, "errors": .bool(errors > 0), "items": .array(results)])
        answer.didNothing = errors == items.count
        return answer
    }

    private static func items(_ call: Call) throws(ElasticError) -> [BulkItem] {
        var items: [BulkItem] = []
        let lines = call.body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        var number = 0
        while number < lines.count {
            let line = lines[number]
            number += 1
            if line.isEmpty { continue }
            guard var item = try BulkItem(line: line, number: number, call: call) else { break }
            if item.action != "delete" {
                guard number < lines.count else { break }
                item.source = Array(lines[number])
                number += 1
            }
            items.append(item)
        }
        return items
    }

    /// Why items must not be carried out, by their numbers: who may not do all that is asked of a shard may do nothing.
    private static func refusals(_ items: [BulkItem], _ bulk: Call, _ state: ClusterState) -> [Int: ElasticError] {
        var rights = WriteRights(bulk)
        guard rights.isNeeded else { return [:] }
        var refusals: [Int: ElasticError] = [:]
        var parts: [String: (index: String, words: Set<String>, numbers: [Int])] = [:]
        for (number, item) in items.enumerated() {
            let call = item.call(in: bulk)
            let name = call.index ?? ""
            let index = try? state.indices.resolveOne(name, writes: true)
            do throws(ElasticError) {
                if item.action != "delete", state.indices.isFree(name) { try rights.checkCreation(of: name) }
            } catch {
                refusals[number] = error
                continue
            }
            // A name that means no one index has an error of its own.
            if index == nil, !state.indices.isFree(name) { continue }
            let key = index.flatMap { index in
                item.id.flatMap { try? call.document($0, in: index, named: name, writes: true) }
            }
            let place = "\(index?.name ?? name) \(key.map { String($0.shard) } ?? "")"
            parts[place, default: (index?.name ?? name, [], [])].words.insert(item.action)
            parts[place]?.numbers.append(number)
        }
        for part in parts.values {
            do throws(ElasticError) {
                try rights.check(part.words, on: part.index)
            } catch {
                for number in part.numbers { refusals[number] = error }
            }
        }
        return refusals
    }

    private static func perform(
        _ item: BulkItem, _ bulk: Call, _ refusal: ElasticError?, _ state: inout ClusterState
    ) -> (JSONObject, Bool) {
        let call = item.call(in: bulk)
        do throws(ElasticError) {
            if let refusal { throw refusal }
            let answer =
                switch item.action {
                case "delete": try DocumentWriting.delete(call, &state)
                case "update": try DocumentUpdating.update(call, &state)
                case "create": try DocumentWriting.create(call, &state)
                default: try DocumentWriting.index(call, &state)
                }
            guard case .json(.object(var members)) = answer.body else { return (JSONObject(), false) }
            members.append("status", JSON(answer.status))
            return (members, false)
        } catch {
            let type: [(String, JSON)] =
                bulk.profile.hasNoTypes ? [] : [("_type", .string(item.type ?? "_doc"))]
            let members: [(String, JSON)] =
                [("_index", .string(item.index))] + type + [
                    ("_id", item.id.map { .string($0) } ?? .null), ("status", JSON(error.status)),
                    (
                        "error",
                        .object(transported(error).worded(namingIndex: bulk.profile.has(.namesMissingIndex)).full)
                    ),
                ]
            return (JSONObject(members), true)
        }
    }

    /// An error as it is after a way between nodes, which every item's takes: invalid numbers lose their class.
    private static func transported(_ error: ElasticError) -> ElasticError {
        var error = error
        if error.type == "number_format_exception" { error.type = "illegal_argument_exception" }
        error.causes = error.causes.map(transported)
        return error
    }
}
