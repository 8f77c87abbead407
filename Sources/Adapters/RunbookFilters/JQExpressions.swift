package import OrderedJSON
import RunbookModel
package import RunbookRun

/// The expression language by libjq, in a helper process of the same binary.
///
/// The helper starts with the first filter that is not a ``SimpleFilter``. A filter that crashes it, or takes too much
/// time or memory, fails alone: the next one gets a new helper. Filters and values travel over pipes only.
package actor JQExpressions: Expressions {
    /// Where a filter is in a compiled program.
    private struct Place {
        let program: UInt32
        let index: Int
    }

    /// One program holds at most this much text (bytes) and this many filters: libjq's jumps are 16 bits wide, and its
    /// time to compile grows faster than the program.
    private static let programSize = 8192
    private static let programCount = 128

    private let helper: FilterHelper
    private var programs: [UInt32: FilterProgram] = [:]
    /// The same text again, from another task or after a failure, is the same program.
    private var programIDs: [String: UInt32] = [:]
    private var places: [String: Place] = [:]

    /// Names the helper without starting it.
    ///
    /// - Parameters:
    ///   - executable: The path of a program that calls `JQHelper.run` when its first argument is `__jq`.
    ///   - deadline: How long one compilation or one evaluation may take.
    package init(executable: String = "/proc/self/exe", deadline: Duration = .seconds(5)) {
        helper = FilterHelper(executable: executable, deadline: deadline)
    }

    /// The helper's process, when one is there; for tests.
    var helperProcess: Int32? {
        get async { await helper.processID }
    }

    // MARK: - Expressions

    /// Checks filters in one compilation; a filter with an error costs one more.
    package func check(
        _ filters: [String], variables: [String]
    ) async throws(FilterFailure) -> [Int: FilterFailure] {
        var failures: [Int: FilterFailure] = [:]
        var sound: [String] = []
        for (index, filter) in filters.enumerated() where SimpleFilter(filter) == nil {
            if let failure = FilterSyntax.failure(of: filter, variables: variables) {
                failures[index] = failure
            } else {
                sound.append(filter)
            }
        }
        let found = try await compile(sound)
        for (index, filter) in filters.enumerated() where failures[index] == nil { failures[index] = found[filter] }
        return failures
    }

    /// Compiles filters together; those that cannot be compiled say so when they are evaluated.
    package func prepare(_ filters: [String], variables: [String]) async {
        _ = try? await check(filters, variables: variables)
    }

    /// Evaluates a filter, compiling it first where it was not prepared.
    package func evaluate(
        _ filter: String, on input: JSON, variables: JSONObject
    ) async throws(FilterFailure) -> [JSON] {
        if let value = SimpleFilter(filter)?.value(of: input) { return [value] }
        let names = FilterVariables.uniqueNames(in: filter)
        let place = try await place(of: filter, variables: variables.names)
        let values = JSONObject(names.map { ($0, variables[$0] ?? .null) })
        let outputs = try await run(place, on: input, values: values, paths: false)
        try await refuseTwins(filter, place, on: input, values: values, outputs: outputs)
        try await refuseRounding(filter, place, on: input, values: values, outputs: outputs)
        try await refuseTexts(filter, place, on: input, values: values, outputs: outputs)
        guard outputs.contains(where: Self.holdsNumber) else { return outputs }
        // A number that the filter writes itself may be the double of another one.
        let literals = FilterNumbers.literals(in: filter).compactMap { JSONNumber(text: $0.text).map(JSON.number) }
        let exact = ExactNumbers(in: [input] + values.members.map(\.value) + literals)
        guard outputs.contains(where: exact.concern) else { return outputs }
        let paths = (try? await run(place, on: input, values: values, paths: true)) ?? []
        return try Self.exactly(outputs, paths: paths, input: input, numbers: exact)
    }

    // MARK: - Exact numbers

    /// Refuses a result that depends on how jq rounds numbers.
    private func refuseTwins(
        _ filter: String, _ place: Place, on input: JSON, values: JSONObject, outputs: [JSON]
    ) async throws(FilterFailure) {
        let twins = NumberTwins(
            in: [input] + values.members.map(\.value), literals: FilterNumbers.literals(in: filter).map(\.text),
            readsTexts: filter.contains("tonumber"))
        if let (first, second) = twins.conflict { throw Self.rounding(first, second) }
        guard let (first, second) = twins.example else { return }
        for move in 0..<twins.count {
            let others = await run(place, on: input, values: values, like: outputs) { twins.apart($0, in: move) }
            guard let others = others?.map({ twins.together($0, in: move) }),
                zip(outputs, others).allSatisfy({ output, other in
                    // What is computed with a number that is rounded alone may differ in its last digits.
                    twins.hasTwins ? ExactPath.isSame(output, other) : RoundedNumbers.agree(output, other)
                })
            else { throw Self.rounding(first, second) }
        }
    }

    /// Refuses a result that depends on a number which jq has rounded when it read a text as JSON.
    private func refuseTexts(
        _ filter: String, _ place: Place, on input: JSON, values: JSONObject, outputs: [JSON]
    ) async throws(FilterFailure) {
        // A comparison with what `tonumber` gives was judged by its twins.
        let mayShow = filter.contains("tonumber") && outputs.contains(where: Self.holdsNumber)
        guard filter.contains("fromjson") || mayShow else { return }
        let texts = NumberTexts(in: [input] + values.members.map(\.value))
        guard let example = texts.example else { return }
        let others = await run(place, on: input, values: values, like: outputs, texts.apart)
        guard let others, zip(outputs, others.map(texts.together)).allSatisfy(ExactPath.isSame) else {
            throw Self.rounding(example, nil)
        }
    }

    /// Refuses a result that shows digits which jq has rounded, or was calculated with them.
    private func refuseRounding(
        _ filter: String, _ place: Place, on input: JSON, values: JSONObject, outputs: [JSON]
    ) async throws(FilterFailure) {
        let writes = Self.writingWords.contains(where: filter.contains)
        let gives = outputs.contains(where: Self.holdsNumber)
        guard writes || gives || filter.utf8.contains(UInt8(ascii: "%")) else { return }
        let rounded = RoundedNumbers(in: [input] + values.members.map(\.value))
        guard rounded.example != nil else { return }
        let run = FilterRun(filter: filter, place: place, input: input, values: values, outputs: outputs)
        guard try await shows(run, rounded, writes: writes, gives: gives) else { return }
        throw Self.rounding(try await culprit(run, rounded, writes: writes, gives: gives), nil)
    }

    /// What is evaluated, and what came of it.
    private struct FilterRun {
        let filter: String
        let place: Place
        let input: JSON
        let values: JSONObject
        let outputs: [JSON]
    }

    /// How many rounded numbers are tried to find the one that a result depends on.
    private static let mostCulprits = 32

    /// The rounded number that a result depends on; the first where none does alone.
    private func culprit(
        _ run: FilterRun, _ rounded: RoundedNumbers, writes: Bool, gives: Bool
    ) async throws(FilterFailure) -> JSONNumber? {
        for number in rounded.numbers.prefix(Self.mostCulprits) where rounded.numbers.count > 1 {
            let alone = rounded.only(number)
            if try await shows(run, alone, writes: writes, gives: gives) { return number }
        }
        return rounded.example
    }

    /// Whether a result shows digits of rounded numbers, or was calculated with them and is not exact.
    private func shows(
        _ run: FilterRun, _ rounded: RoundedNumbers, writes: Bool, gives: Bool
    ) async throws(FilterFailure) -> Bool {
        func outputs(_ change: (JSON) -> JSON) async -> [JSON]? {
            await self.run(run.place, on: run.input, values: run.values, like: run.outputs, change)
        }
        if writes, let texts = await outputs(rounded.written), !zip(run.outputs, texts).allSatisfy(RoundedNumbers.agree)
        {
            return true
        }
        if run.filter.contains("tojson"),
            try await !isTheSameExactly(run.filter, on: run.input, run.values, run.outputs, rounded)
        {
            return true
        }
        // The true number is between the doubles beside the one that jq calculates with.
        for move in gives ? RoundedNumbers.neighbours : [] {
            guard let others = await outputs({ rounded.moved($0, move) }) else { continue }
            if !zip(run.outputs, others.map({ rounded.movedBack($0, move) })).allSatisfy(ExactPath.isSame) {
                return true
            }
        }
        guard let small = await outputs({ rounded.calculable($0) }) else { return false }
        let all = JSON.array([run.input, .object(run.values)])
        let given = RoundedNumbers.numbers(in: rounded.calculable(all))
        if zip(run.outputs, small).contains(where: { rounded.isCalculated($0, $1, given: given) }) { return true }
        guard run.filter.utf8.contains(UInt8(ascii: "%")),
            let next = await outputs({ rounded.calculable($0, from: RoundedNumbers.small + 1) })
        else { return false }
        return !zip(small, next).allSatisfy(rounded.agreesWithNext)
    }

    /// Whether a filter that writes JSON gives the same where it writes all digits of numbers: a comparison with the text
    /// does not show them.
    private func isTheSameExactly(
        _ filter: String, on input: JSON, _ values: JSONObject, _ outputs: [JSON], _ rounded: RoundedNumbers
    ) async throws(FilterFailure) -> Bool {
        guard let place = try? await place(of: RoundedNumbers.prelude + filter, variables: values.names),
            let exact = await run(place, on: input, values: values, like: outputs, { rounded.marked($0) })
        else { return true }
        return zip(outputs, exact).allSatisfy(RoundedNumbers.agree)
    }

    /// What a filter gives for changed values; nil where it fails, or gives another number of outputs, which cannot be
    /// compared.
    private func run(
        _ place: Place, on input: JSON, values: JSONObject, like outputs: [JSON], _ change: (JSON) -> JSON
    ) async -> [JSON]? {
        let changed = JSONObject(values.members.map { ($0.name, change($0.value)) })
        let others = try? await run(place, on: change(input), values: changed, paths: false)
        return others?.count == outputs.count ? others : nil
    }

    /// What makes a text of a number.
    private static let writingWords = ["tostring", "tojson", "\\(", "@", "join"]

    private static func rounding(_ first: JSONNumber?, _ second: JSONNumber?) -> FilterFailure {
        let double = first.flatMap { JSONNumber(ExactNumbers.double(of: $0))?.canonicalText } ?? "another number"
        let number = first.map { "\($0)" } ?? "a number"
        let what =
            second.map { "for jq, \(number) and \($0) are the same number" } ?? "jq rounds \(number) to \(double)"
        return FilterFailure(
            .runtime,
            "\(what), so its result is not exact; compare such numbers in `json expect`, or capture them by"
                + " their path")
    }

    private static func holdsNumber(_ value: JSON) -> Bool {
        switch value {
        case .number, .array, .object: true
        case .null, .bool, .string: false
        }
    }

    /// Takes each output from the document where a path leads to it, else corrects its numbers.
    ///
    /// Paths are only believed where they lead to what the filter gave: `(f | .x)? // .y` has other paths than values,
    /// since an expression that is not a path is an error there.
    private static func exactly(
        _ outputs: [JSON], paths: [JSON], input: JSON, numbers: ExactNumbers
    ) throws(FilterFailure) -> [JSON] {
        var result: [JSON] = []
        for (index, output) in outputs.enumerated() {
            if numbers.concern(output), paths.count == outputs.count,
                let value = ExactPath.resolve(
                    .array([JSON](paths[index].array?.dropFirst() ?? [])), in: input, expecting: output)
            {
                result.append(value)
            } else {
                result.append(try numbers.restore(output))
            }
        }
        return result
    }

    // MARK: - Programs

    private func run(
        _ place: Place, on input: JSON, values: JSONObject, paths: Bool
    ) async throws(FilterFailure) -> [JSON] {
        let request: JSON = [
            "i": .number(JSONNumber(place.index)), "p": .bool(paths), "v": .object(values), "d": input,
        ]
        let program = programs[place.program]?.text ?? ""
        let text = try await helper.run(place.program, program, on: request.bytes())
        do {
            return try JSON(bytes: text, maximumDepth: FilterProgram.deepest).array ?? []
        } catch {
            let isCut = text.holds("<stripped: exceeds max depth>".utf8)
            throw FilterFailure(
                .runtime,
                isCut ? "its output is nested too deeply for jq" : "its output cannot be read: \(error.message)")
        }
    }

    private func place(of filter: String, variables: [String]) async throws(FilterFailure) -> Place {
        if let failure = FilterSyntax.failure(of: filter, variables: variables) { throw failure }
        if let place = places[filter] { return place }
        if let failure = try await compile([filter])[filter] { throw failure }
        guard let place = places[filter] else { throw FilterFailure(.unavailable, "the filter was not compiled") }
        return place
    }

    /// Compiles what is not compiled yet; what is wrong, by filter.
    private func compile(_ filters: [String]) async throws(FilterFailure) -> [String: FilterFailure] {
        var failures: [String: FilterFailure] = [:]
        var seen: Set<String> = []
        var waiting = Self.groups(of: filters.filter { places[$0] == nil && seen.insert($0).inserted })
        while let group = waiting.popLast() {
            switch try await compileTogether(group) {
            case .compiled: break
            case .failed(let found):
                failures.merge(found) { first, _ in first }
                let rest = group.filter { found[$0] == nil }
                if !rest.isEmpty { waiting.append(rest) }
            case .unclear:
                waiting.append([String](group[..<(group.count / 2)]))
                waiting.append([String](group[(group.count / 2)...]))
            }
        }
        return failures
    }

    private enum Compilation {
        case compiled
        /// These filters are wrong, of the others nothing is known.
        case failed([String: FilterFailure])
        /// Something is wrong somewhere in two or more.
        case unclear
    }

    private func compileTogether(_ group: [String]) async throws(FilterFailure) -> Compilation {
        let program = FilterProgram(group)
        let id = programIDs[program.text] ?? UInt32(truncatingIfNeeded: programs.count)
        programIDs[program.text] = id
        programs[id] = program
        let messages: [String]
        do {
            messages = try await helper.compile(id, program.text)
        } catch  where error.reason == .time || error.reason == .memory {
            return group.count == 1 ? .failed([group[0]: error]) : .unclear
        }
        if messages.isEmpty {
            for (index, filter) in group.enumerated() { places[filter] = Place(program: id, index: index) }
            return .compiled
        }
        let found = FilterSyntax.failures(messages, in: program)
        if !found.isEmpty { return .failed(found) }
        guard group.count == 1 else { return .unclear }
        return .failed([group[0]: FilterFailure(.syntax, messages.first ?? "it is not valid")])
    }

    private static func groups(of filters: [String]) -> [[String]] {
        var groups: [[String]] = []
        var size = 0
        for filter in filters {
            size += filter.utf8.count
            if let last = groups.last, size <= programSize, last.count < programCount {
                groups[groups.count - 1].append(filter)
            } else {
                groups.append([filter])
                size = filter.utf8.count
            }
        }
        return groups
    }
}
