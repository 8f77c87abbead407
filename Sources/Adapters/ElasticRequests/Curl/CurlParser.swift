package import RunbookModel

/// Reads the curl commands of a shell block as requests; nothing is run.
///
/// What is not understood is a diagnostic, never a guess. Scheme, host and port of a command only say which target is
/// meant. Behind an error reading continues at the next command.
package enum CurlParser {
    /// Reads a block; the requests are those without an error in them.
    ///
    /// - Parameters:
    ///   - targets: The names of the targets that the step acts on.
    ///   - names: The names of all values of the document.
    ///   - addresses: Which target an address means.
    package static func parse(
        _ text: BlockText, targets: [String], names: [String], addresses: CurlAddresses = CurlAddresses()
    ) -> (requests: [CurlRequest], diagnostics: [Diagnostic]) {
        var commands = ShellReader(text, names: names)
        var reader = CurlRequestReader(text, targets: targets, names: names, addresses: addresses)
        var requests: [CurlRequest] = []
        var errors: [Diagnostic] = []
        reading: while true {
            do throws(CurlFault) {
                guard let command = try commands.next() else { break }
                do throws(CurlFault) {
                    requests.append(try reader.request(command))
                } catch {
                    errors.append(diagnostic(error, text))
                }
            } catch {
                errors.append(diagnostic(error, text))
                if error.isFinal { break reading }
                commands.recover(from: error.range.lowerBound)
            }
        }
        if requests.isEmpty, errors.isEmpty {
            errors.append(
                Diagnostic(
                    "curl/empty", "the block has no curl command", at: text.span,
                    help: "write `curl \"${\(targets.first ?? "target").url}/path\"`"))
        }
        return (requests, (errors + reader.notes).inOrder)
    }

    private static func diagnostic(_ fault: CurlFault, _ text: BlockText) -> Diagnostic {
        Diagnostic("curl/\(fault.code)", fault.message, at: text.span(fault.range), help: fault.help)
    }
}
