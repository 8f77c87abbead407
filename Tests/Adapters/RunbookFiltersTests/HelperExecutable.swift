import Glibc
import OrderedJSON
import RunbookRun

@testable import RunbookFilters

/// The product's own binary, which stands beside the tests'.
enum HelperExecutable {
    static let path: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // The tests run in the bundle itself or in a tool of the toolchain that loads it, named by an argument.
        let candidates = [own] + CommandLine.arguments.dropFirst()
        for candidate in candidates {
            guard let slash = candidate.lastIndex(of: "/") else { continue }
            let beside = candidate[..<slash] + "/runbook"
            if access(String(beside), X_OK) == 0 { return String(beside) }
        }
        return "runbook"
    }()
}

/// Expressions with a helper of their own.
func expressions(deadline: Duration = .seconds(20)) -> JQExpressions {
    JQExpressions(executable: HelperExecutable.path, deadline: deadline)
}

/// A JSON value of its text.
func json(_ text: String) throws -> JSON { try JSON(parsing: text) }

extension Expressions {
    /// Evaluates a filter without variables.
    func evaluate(_ filter: String, on input: JSON) async throws -> [JSON] {
        try await evaluate(filter, on: input, variables: JSONObject())
    }
}
