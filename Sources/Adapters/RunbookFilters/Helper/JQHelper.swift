internal import Processes

/// The other end of `JQExpressions`: the same binary, started with `__jq`, where a filter may crash or eat its memory
/// without harm.
///
/// Requests come as frames on standard input, replies leave as frames on standard output, until the input ends.
package enum JQHelper {
    /// The hidden first argument that asks the program to be the helper.
    package static let argument = "__jq"

    /// Serves requests until the input ends.
    ///
    /// - Returns: The exit code: 0, or 1 when the input is not made of frames.
    package static func run() -> Int32 {
        // A core file would hold the values that filters see.
        Descent.hideMemory()

        var programs: [UInt32: JQProgram] = [:]
        while true {
            switch FrameStream.read() {
            case .end: return 0
            case .broken: return 1
            case .frame(let bytes):
                guard let request = HelperRequest(bytes: bytes) else { return 1 }
                let reply = serve(request, &programs)
                guard FrameStream.write(reply.bytes) else { return 1 }
            }
        }
    }

    private static func serve(_ request: HelperRequest, _ programs: inout [UInt32: JQProgram]) -> HelperReply {
        switch request {
        case .compile(let id, let program):
            switch JQProgram.compile(program) {
            case .success(let compiled):
                programs[id] = compiled
                return .compiled
            case .failure(let messages):
                return .syntaxErrors(messages.texts)
            }
        case .run(let id, let input):
            guard let program = programs[id] else { return .failure("the program \(id) does not exist") }
            return program.run(on: input)
        }
    }
}
