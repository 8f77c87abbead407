internal import CJQ
internal import OrderedJSON
internal import RunbookModel

/// A compiled jq program (libjq 1.6).
final class JQProgram {
    /// What libjq says about a program that does not compile; the last message only counts the others.
    struct SyntaxErrors: Error {
        var texts: [String] = []
    }

    private final class Messages {
        var errors = SyntaxErrors()
    }

    /// The text of all outputs of one run may be this long, in bytes.
    private static let outputLimit = 16 << 20

    private var state: OpaquePointer?

    private init(_ state: OpaquePointer?) { self.state = state }

    deinit { jq_teardown(&state) }

    /// Compiles a program; the caller has left it no way out (`FilterProgram`).
    static func compile(_ text: String) -> Result<JQProgram, SyntaxErrors> {
        let program = JQProgram(jq_init())
        let messages = Messages()
        let context = Unmanaged.passUnretained(messages).toOpaque()
        jq_set_error_cb(program.state, { JQProgram.collect($0, $1) }, context)
        // Without these two `input` and `debug` jump to wherever uninitialised memory points.
        jq_set_input_cb(program.state, { _, _ in jv_invalid() }, nil)
        jq_set_debug_cb(program.state, { _, message in jv_free(message) }, nil)
        // Without a list here `import` ends the process.
        jq_set_attr(program.state, jv_string("JQ_LIBRARY_PATH"), jv_array())
        let isCompiled = withExtendedLifetime(messages) {
            jq_compile_args(program.state, text, jv_object()) != 0
        }
        jq_set_error_cb(program.state, { _, message in jv_free(message) }, nil)
        return isCompiled ? .success(program) : .failure(messages.errors)
    }

    private static func collect(_ context: UnsafeMutableRawPointer?, _ message: jv) {
        defer { jv_free(message) }
        guard let context, jv_get_kind(message) == JV_KIND_STRING else { return }
        let messages = Unmanaged<Messages>.fromOpaque(context).takeUnretainedValue()
        messages.errors.texts.append(String(cString: jv_string_value(message)))
    }

    /// Gives every output of the program for one input, a JSON text.
    func run(on input: [UInt8]) -> HelperReply {
        guard let value = Self.value(of: input) else { return .failure("jq cannot read its input") }
        jq_start(state, value, 0)
        // Frees the last run's stack now, not when the next one starts.
        defer { jq_start(state, jv_null(), 0) }
        var outputs: [UInt8] = [UInt8(ascii: "[")]
        while true {
            let output = jq_next(state)
            guard jv_is_valid(output) != 0 else {
                if let message = Self.message(of: output) { return .failure(message) }
                break
            }
            if outputs.count > 1 { outputs.append(UInt8(ascii: ",")) }
            Self.append(output, to: &outputs)
            guard outputs.count <= Self.outputLimit else { return .failure("its output is longer than 16 MiB") }
        }
        outputs.append(UInt8(ascii: "]"))
        return .values(outputs)
    }

    /// The value of a JSON text; nil where it cannot be read.
    ///
    /// libjq's reader counts two levels for each member, and ends after 256. Deeper values are made piece by piece.
    private static func value(of input: [UInt8]) -> jv? {
        let value = input.withUnsafeBytes {
            jv_parse_sized($0.bindMemory(to: CChar.self).baseAddress, Int32(clamping: $0.count))
        }
        if jv_is_valid(value) != 0 { return value }
        jv_free(value)
        return (try? JSON(bytes: input, maximumDepth: FilterProgram.deepest)).map(made)
    }

    private static func made(_ value: JSON) -> jv {
        switch value {
        case .null: return jv_null()
        case .bool(let flag): return jv_bool(flag ? 1 : 0)
        case .number(let number): return jv_number(ExactNumbers.double(of: number))
        case .string(let text): return made(text)
        case .array(let elements): return elements.reduce(jv_array()) { jv_array_append($0, made($1)) }
        case .object(let object):
            return object.members.reduce(jv_object()) { jv_object_set($0, made($1.name), made($1.value)) }
        }
    }

    private static func made(_ text: String) -> jv {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes {
            guard let start = $0.bindMemory(to: CChar.self).baseAddress else { return jv_string("") }
            return jv_string_sized(start, Int32(clamping: $0.count))
        }
    }

    /// Appends the text of a value, which it takes.
    private static func append(_ value: jv, to bytes: inout [UInt8]) {
        let text = jv_dump_string(value, 0)
        let length = Int(jv_string_length_bytes(jv_copy(text)))
        let start = UnsafeRawPointer(jv_string_value(text))
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: length))
        jv_free(text)
    }

    /// The message of an invalid value, which it takes; `nil`: it is only the end of the outputs.
    private static func message(of invalid: jv) -> String? {
        guard jv_invalid_has_msg(jv_copy(invalid)) != 0 else {
            jv_free(invalid)
            return nil
        }
        let message = jv_invalid_get_msg(invalid)
        guard jv_get_kind(message) != JV_KIND_STRING else {
            defer { jv_free(message) }
            // What follows is all that `fromjson` was given.
            let bytes = Array(String(cString: jv_string_value(message)).utf8)
            return String(
                decoding: bytes[..<(bytes.firstIndex(of: " (while parsing '".utf8) ?? bytes.count)], as: UTF8.self)
        }
        var text: [UInt8] = []
        append(message, to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}
